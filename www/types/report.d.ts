// Made from the types in src/report by `UPDATE=1 cargo test --test generate`; do not edit.

/** The result of reading and comparing one drop. */
export interface Report {
  /** "crossread". */
  format: string;
  /** The version of this format. */
  version: number;
  /** The version of the program that made it. */
  engine: string;
  /** What all offsets count: "codepoint". */
  offset_unit: string;
  /** The articles, in order of file name, then hash, then place in the file. */
  articles: Article[];
  /** One for each thing that is named. */
  entities: Entity[];
  /** Links between sentences of two articles. */
  alignments: Alignment[];
  /** What is said in one place or more; every sentence is in exactly one. */
  passages: Passage[];
  /** Each quote once, with all its renderings. */
  utterances: Utterance[];
  /** Everybody who is quoted or reported, the most quoted words first, with how many in each article. */
  speakers: SpeakerRow[];
  /** Sources that some article leaves without a name, in order of what they say first. */
  unnamed_sources: UnnamedSource[];
  /** The ledger, most consequential first. */
  changes: Change[];
  /** How each two articles are related. */
  kinship: Kinship[];
  /** Articles of one story together, by id; the largest group first. */
  groups: string[][];
  /** Articles that are nearly the same text, by the one that stands for them. */
  duplicates: Duplicates[];
  /** Sources that are not in the drop, as far as the articles tell them. */
  sources: HiddenSource[];
  /** What was not asked because it was too much, each in one sentence. */
  limits: string[];
  /** Files that could not be read, in order of their names. */
  failures: Failure[];
}

/** What the page shows first, and needs for all else. */
export interface Overview {
  /** What can be said about the whole drop. */
  verdict: Verdict;
  /** One an article, in the report's order. */
  articles: Card[];
  /** Entities with their counts, in the report's order. */
  entities: EntityRow[];
  /** The ledger with its passages cut to runs, in the report's order. */
  changes: ChangeRow[];
}

/** One article to be read. */
export interface ArticleView {
  /** Id of the article. */
  id: string;
  /** Its blocks, in order. */
  blocks: BlockView[];
  /** The white space behind the last block. */
  tail: string;
  /** Blocks behind these that were left out, because nobody can look at so many at once. */
  more: number;
}

/** Two articles side by side. */
export interface PairView {
  /** Id of the left article. */
  a: string;
  /** Id of the right article. */
  b: string;
  /** Rows in reading order: the left article's order, with the right one's own sentences where they stand. */
  rows: Row[];
  /** Rows behind these that were left out, because nobody can look at so many at once. */
  more: number;
}

/** All that is said, and by whom. */
export interface QuotesView {
  /** Everybody who is quoted or reported, the most quoted words first. */
  speakers: SpeakerRow[];
  /** Each utterance once, in the report's order. */
  utterances: UtteranceRow[];
  /** Sources that some article leaves without a name, as in the report. */
  unnamed: UnnamedSource[];
}

/** A day, or several, and what an article says about it. */
export interface TimeRow {
  /** The first day that it covers, in ISO 8601; null where the expression has no anchor. */
  from: string | null;
  /** The last day that it covers. */
  to: string | null;
  /** TIMEX3's type. */
  type: string;
  /** TIMEX3's value. */
  value: string;
  /** The words of the expression. */
  words: string;
  /** The day that it was counted from; null where it names its day in full. */
  anchor: string | null;
  /** Where it stands: every article whose sentence says the same. */
  places: TimePlace[];
  /** The sentence in the first of them, the expression marked `evidence`. */
  runs: Run[];
}

/** How the articles of a drop are related. */
export interface ManyView {
  /** How each two articles that share text are related. */
  kinship: Kinship[];
  /** Articles of one story together, by id; the largest group first. */
  groups: string[][];
  /** Articles that are nearly the same text, by the one that stands for them. */
  duplicates: Duplicates[];
  /** Sources that are not in the drop, as far as the articles tell them. */
  sources: HiddenSource[];
}

/** The text of an article, to be searched. */
export interface PlainView {
  /** Id of the article. */
  id: string;
  /** Its blocks: the text of each. */
  blocks: string[];
  /** The number of each among the body's paragraphs, from 1. */
  paragraphs: (number | null)[];
  /** Ids of the entities that each names. */
  named: string[][];
  /** Ids of the entities that speak in each. */
  speaking: string[][];
}

/** One article. */
export interface Article {
  /** A, B, C… in the order of file name, then hash. */
  id: string;
  /** The file's name. */
  file: string;
  /** SHA-256 of the file's bytes, in hexadecimal. */
  sha256: string;
  /** The member of the file that holds it, by its names from the outside in: "week.zip › flood.docx"; null where the file is no container. */
  member: string | null;
  /** Its place among the file's articles, from 1. */
  number: number;
  /** The sniffed media type. */
  media_type: string;
  /** BCP 47, or null where it cannot be told. */
  language: string | null;
  /** The text that all offsets point into. */
  text: string;
  /** The headline; null where there is none. */
  title: string | null;
  /** The line under the headline. */
  dek: string | null;
  /** Authors by name. */
  authors: string[];
  /** Who published it. */
  outlet: string | null;
  /** The news agency that it credits. */
  agency: string | null;
  /** The dateline's place. */
  place: string | null;
  /** The canonical address. */
  url: string | null;
  /** The day of publication. */
  published: Published;
  /** The day of its last change (YYYY-MM-DD) as a page states it; null where that is not a later one. */
  updated: string | null;
  /** Words of the body (paragraphs, lists, quotes). */
  words: number;
  /** What each part of the text is. */
  blocks: Block[];
  /** Sentences of the prose blocks. */
  sentences: Sentence[];
  /** Names, roles, unnamed sources, times and numbers. */
  mentions: Mention[];
  /** Numbers with their values. */
  numbers: Number[];
  /** Times with their values. */
  times: Time[];
  /** Quotes and reported speech. */
  quotes: Quote[];
  /** Doubts, repairs and remarks. */
  notes: Note[];
}

/** One thing that is named. */
export interface Entity {
  /** e1, e2… by number of mentions. */
  id: string;
  /** `OntoNotes`' code, or ROLE, MEDIA, `ANON_SOURCE`. */
  label: string;
  /** Its name for people. */
  name: string;
  /** Other forms. */
  aliases: string[];
  /** Roles given to it. */
  roles: string[];
  /** The country that it stands for and is not: of "Kremlin", "Moscow" and "Russian". */
  stands_for: StandsFor | null;
}

/** A link between sentences of two articles. */
export interface Alignment {
  /** Id of the first article. */
  a: string;
  /** Id of the second article. */
  b: string;
  /** Its sentences in the first; several where the second merged them. */
  a_spans: [number, number][];
  /** Its sentences in the second; several where the second split one. */
  b_spans: [number, number][];
  /** verbatim, edited or paraphrase; what is only about the same thing is no link. */
  kind: string;
  /** Whether it stands in another place of the order. */
  moved: boolean;
  /** How sure the link is, 0 to 1. */
  score: number;
  /** Word edits; their spans tile both sides. */
  edits: Edit[];
}

/** What is said in one place or more. */
export interface Passage {
  /** p1, p2… */
  id: string;
  /** Its sentences. */
  members: Place[];
}

/** One utterance with all its renderings. */
export interface Utterance {
  /** u1, u2… */
  id: string;
  /** The entity that says it. */
  speaker: string | null;
  /** How each article gives it; the fullest first. */
  renderings: Rendering[];
}

/** Somebody who is quoted or reported. */
export interface SpeakerRow {
  /** The entity; null for all whose speaker could not be told. */
  entity: string | null;
  /** Its name; empty for those. */
  name: string;
  /** The code of its label; `null` for those. */
  label: string | null;
  /** Words between quotation marks in each article, in order of the articles. */
  words: number[];
  /** Utterances. */
  utterances: number;
}

/** A source that some article leaves without a name: how each article calls it, and what it vouches for. */
export interface UnnamedSource {
  /** What each article calls the source that gives it no name. */
  calls: Call[];
  /** Who says the same by name in another version. */
  named: Named[];
  /** Ids of the utterances that it vouches for. */
  vouches: string[];
}

/** One finding of the ledger. */
export interface Change {
  /** c1, c2… by rank. */
  id: string;
  /** 1 is the most consequential. */
  rank: number;
  /** caveat, attribution, quote, number, name, hedge, statement, moved, wording or style. */
  kind: string;
  /** fact, style or narrative. */
  intent: string;
  /** high, medium or low. */
  confidence: string;
  /** The rule that found it. */
  rule: string;
  /** Why it stands where it does in the ledger. */
  why: string;
  /** One sentence in plain English. */
  summary: string;
  /** One of the two readings that differ most. */
  a: Side;
  /** The other. */
  b: Side;
  /** All readings. */
  readings: Reading[];
}

/** How two articles are related. */
export interface Kinship {
  /** Id of the first article. */
  a: string;
  /** Id of the second article. */
  b: string;
  /** Share of a's body words in passages that b has too, 0 to 1. */
  a_in_b: number;
  /** Share of b's body words in passages that a has too, 0 to 1. */
  b_in_a: number;
  /** Words that both have in the same order inside quotes: both may have heard them. */
  shared_quoted_words: number;
  /** Words that both have in the same order outside quotes. */
  shared_told_words: number;
  /** same-text, a-from-b, b-from-a, shared-source, related-topic, unrelated or cannot-tell. */
  verdict: string;
  /** Why, each in one plain clause. */
  evidence: string[];
}

/** Articles that are nearly the same text as another. */
export interface Duplicates {
  /** Id of the article that stands for all: the first. */
  of: string;
  /** Ids of the others. */
  others: string[];
}

/** A source that is not in the drop: several articles hold its text, and none of them has all. */
export interface HiddenSource {
  /** Ids of the articles that hold its text. */
  articles: string[];
  /** Ids of the passages that stood in it. */
  passages: string[];
  /** Why, each in one plain clause. */
  evidence: string[];
}

/** A file that could not be read. */
export interface Failure {
  /** The file's name. */
  file: string;
  /** What is wrong and what to do, in one sentence. */
  message: string;
}

/** What can be said about the whole drop, in plain words. */
export interface Verdict {
  /** "Same underlying wire story." */
  headline: string;
  /** What the closest two share: "Of A's 31 sentences, 12 are in B word for word, 14 differently, 5 only in A. …". Null where nothing is shared. */
  summary: string | null;
  /** What it rests on, a sentence each. */
  details: string[];
  /** Articles that were set aside as unrelated, by id. */
  set_aside: string[];
  /** The two articles to show side by side first: the most closely related pair. Null for a single article. */
  pair: [string, string] | null;
}

/** An article at a glance. */
export interface Card {
  /** Id of the article. */
  id: string;
  /** The file's name. */
  file: string;
  /** SHA-256 of the file's bytes, in hexadecimal. */
  sha256: string;
  /** The member of the file that holds it; null where the file is no container. */
  member: string | null;
  /** Its place among the file's articles, from 1. */
  number: number;
  /** The headline; null where there is none. */
  title: string | null;
  /** The first words of the body, at most 120 characters, cut at a word. */
  opening: string;
  /** Agency, outlet or author, the first that is known. */
  origin: string | null;
  /** The day of publication in ISO 8601, with XXXX for an unknown year. */
  date: string | null;
  /** How that day is known, in plain words: "stated in the text", "borrowed from A", "year inferred". */
  date_source: string;
  /** Words of the body. */
  words: number;
  /** Paragraphs of the body. */
  paragraphs: number;
  /** Doubts, repairs and remarks. */
  notes: Note[];
  /** Whether it was set aside as unrelated to all others. */
  set_aside: boolean;
  /** Its fields as they are read: title, dek, authors, outlet, agency, place, url. */
  fields: FieldRow[];
}

/** An entity at a glance. */
export interface EntityRow {
  /** The entity; its id is that of all views, not the report's. */
  entity: Entity;
  /** Mentions in each article, in order of the articles. */
  counts: number[];
  /** All its mentions. */
  total: number;
}

/** A finding with its passages. */
export interface ChangeRow {
  /** The finding. */
  change: Change;
  /** The passage of the first reading, the words that matter marked `evidence`; without such marks where it stands there but lacks the words; null where the article has no such passage. */
  a: Cell | null;
  /** The same for the second reading. */
  b: Cell | null;
  /** Two neutral sentences with both passages and their sources, to be copied. */
  note: string;
}

/** One block to be read. */
export interface BlockView {
  /** The white space before it. */
  gap: string;
  /** Its role, as in the report. */
  kind: string;
  /** The number of a body paragraph, from 1; null for other blocks. */
  paragraph: number | null;
  /** Its text. */
  runs: Run[];
}

/** One row of two articles side by side: sentences that belong together, or one that only one article has, or a sign that a sentence stands in another row (`kind` is then "elsewhere"). */
export interface Row {
  /** r1, r2… in order. */
  id: string;
  /** verbatim, edited, paraphrase, related, only-a, only-b or elsewhere. */
  kind: string;
  /** Whether the right article has it in another place. */
  moved: boolean;
  /** For a row with an "elsewhere" row the id of that, and the other way round. */
  partner: string | null;
  /** The left article's sentences. */
  a: Cell | null;
  /** The right article's sentences. */
  b: Cell | null;
  /** Both in one line of text, for the inline view: what only the left has is marked delete, what only the right has insert. Empty for "elsewhere". */
  inline: Run[];
  /** Whether most of it was rewritten, so that before and after read better as blocks than as word edits. */
  rewritten: boolean;
}

/** One utterance. */
export interface UtteranceRow {
  /** Its id, as in the report. */
  id: string;
  /** The entity that says it, as among the speakers; null where nobody could be told. */
  speaker: string | null;
  /** How each article gives it; the fullest first. */
  renderings: RenderingRow[];
}

/** Where a time stands. */
export interface TimePlace {
  /** Id of the article. */
  article: string;
  /** Index of the block. */
  block: number;
  /** The number of its body paragraph, from 1. */
  paragraph: number | null;
}

/** A piece of text and what is to be said about it. */
export interface Run {
  /** The text. */
  text: string;
  /** What covers it, the outermost first. */
  marks: Mark[];
}

/** A day of publication and where it comes from. */
export interface Published {
  /** ISO 8601; an unknown year is XXXX; null where nobody says it. */
  value: string | null;
  /** stated, markup, sibling, year-inferred or none. */
  source: string;
  /** The id of the article that lent the day or its year. */
  lender: string | null;
}

/** A part of the text with one role. */
export interface Block {
  /** headline, dek, byline, date, dateline, caption, credit, subhead, paragraph, list, quote, note or furniture. */
  kind: string;
  /** First code point. */
  start: number;
  /** Behind the last code point. */
  end: number;
  /** Where it stands in the file, in bytes, where the format keeps positions. */
  source?: [number, number] | null;
}

/** A sentence. */
export interface Sentence {
  /** First code point. */
  start: number;
  /** Behind the last code point. */
  end: number;
  /** Index of its block. */
  block: number;
}

/** A stretch of text that names something. */
export interface Mention {
  /** First code point. */
  start: number;
  /** Behind the last code point. */
  end: number;
  /** `OntoNotes`' code, or ROLE, MEDIA, `ANON_SOURCE`. */
  label: string;
  /** The entity it names; null for times and numbers. */
  entity: string | null;
  /** high, medium or low. */
  confidence: string;
  /** Why, in plain words. */
  reason: string;
}

/** A number with its value. */
export interface Number {
  /** First code point. */
  start: number;
  /** Behind the last code point. */
  end: number;
  /** PERCENT, MONEY, QUANTITY, ORDINAL or CARDINAL. */
  label: string;
  /** The value. */
  value: number;
  /** The upper end of a range. */
  to: number | null;
  /** "percent", an ISO 4217 code, a unit of measure; null for a bare count. */
  unit: string | null;
  /** Whether the text hedges it. */
  approximate: boolean;
}

/** An expression of time, after TIMEX3. */
export interface Time {
  /** First code point. */
  start: number;
  /** Behind the last code point. */
  end: number;
  /** DATE, TIME, DURATION or SET. */
  type: string;
  /** TIMEX3's value. */
  value: string;
  /** First day that it covers. */
  from: string | null;
  /** Last day that it covers. */
  to: string | null;
  /** The day that it was counted from. */
  anchor: string | null;
}

/** Words that an article gives to somebody. */
export interface Quote {
  /** q1, q2… in the article. */
  id: string;
  /** First code point of the content, without its marks. */
  start: number;
  /** Behind the last code point of the content. */
  end: number;
  /** direct, mixed or indirect; title or scare where it is no speech. */
  kind: string;
  /** Whether words are reported; else it is an act or a stance: "criticised the plan". */
  said: boolean;
  /** Who says it. */
  speaker: Speaker | null;
  /** The words that introduce it. */
  cue: Cue | null;
  /** Who reports it, in nested attribution. */
  via: Words | null;
  /** To whom. */
  addressee: Words | null;
  /** Where. */
  venue: Words | null;
  /** The utterance that it renders. */
  utterance: string | null;
}

/** A doubt, a repair or a remark. */
export interface Note {
  /** furniture, caption, date, encoding, language, quote, number, name or limit. */
  kind: string;
  /** First code point of what it is about. */
  start: number | null;
  /** Behind its last code point. */
  end: number | null;
  /** One sentence in plain words. */
  message: string;
}

/** A country that something else stands for. */
export interface StandsFor {
  /** Its name, in lower case. */
  country: string;
  /** Its entity, where an article names it. */
  entity: string | null;
  /** Why, in plain words. */
  reason: string;
}

/** One step from the first side to the second. */
export interface Edit {
  /** equal, style, delete, insert or replace. */
  op: string;
  /** Piece of the first article. */
  a: [number, number];
  /** Piece of the second article. */
  b: [number, number];
}

/** A piece of one article. */
export interface Place {
  /** Id of the article. */
  article: string;
  /** First code point. */
  start: number;
  /** Behind the last code point. */
  end: number;
}

/** How one article gives an utterance. */
export interface Rendering {
  /** Id of the article. */
  article: string;
  /** Id of the quote there. */
  quote: string;
  /** verbatim, punctuation-only, trimmed, extended, altered, fragment, unquoted, paraphrased, merged, split, re-attributed or only-here. */
  state: string;
}

/** What one article calls a source. */
export interface Call {
  /** Id of the article. */
  article: string;
  /** The different words, in order of their first place. */
  words: string[];
  /** Where they stand, first code point and behind the last. */
  spans: [number, number][];
}

/** Who says by name what another version gives to a source without one. */
export interface Named {
  /** Id of the article. */
  article: string;
  /** Id of the entity. */
  entity: string;
  /** Its name. */
  name: string;
}

/** One of the two readings that differ most. */
export interface Side {
  /** Id of the article. */
  article: string;
  /** The words that matter; none where the article lacks them. */
  spans: [number, number][];
}

/** One reading of a passage. */
export interface Reading {
  /** Ids of the articles that have it. */
  articles: string[];
  /** For each of them the words that matter. */
  spans: Record<string, [number, number][]>;
}

/** A field of an article, to be looked at and corrected. */
export interface FieldRow {
  /** title, dek, authors, outlet, agency, place or url. */
  name: string;
  /** Its value, authors between semicolons; empty where there is none. */
  value: string;
  /** Whether it stands in the text; else it is from the file's markup. */
  in_text: boolean;
}

/** One article's part of a row. */
export interface Cell {
  /** Id of the article. */
  article: string;
  /** The role of the block it stands in. */
  block: string;
  /** The number of its body paragraph, from 1. */
  paragraph: number | null;
  /** Whether it opens its paragraph. */
  opens: boolean;
  /** Where its first sentence begins. */
  place: Place2;
  /** Its text. */
  runs: Run[];
}

/** How one article gives an utterance. */
export interface RenderingRow {
  /** Id of the article. */
  article: string;
  /** Where it begins. */
  place: Place2;
  /** The number of its body paragraph, from 1. */
  paragraph: number | null;
  /** Its state against the fullest, as in the report. */
  state: string;
  /** direct, mixed or indirect. */
  kind: string;
  /** The words; where they were trimmed or altered, with what the fullest has and this has not. */
  runs: Run[];
  /** The words that name who says it here. */
  speaker: string | null;
  /** The words that introduce it, and their class. */
  cue: [string, string] | null;
  /** To whom. */
  addressee: string | null;
  /** Where. */
  venue: string | null;
  /** Who reports it, in nested attribution. */
  via: string | null;
}

/** One thing to be said about a run. */
export interface Mark {
  /** entity, time, number, quote, speaker, cue; in a pair also equal, style, delete, insert, replace; in a finding also evidence; in one article also shared, what others have too, and only, what none has. */
  kind: string;
  /** For an entity its label's code, for a quote its kind, for shared words all or some (of the articles that share anything with this one), else null. */
  label: string | null;
  /** The id of what it belongs to: an entity ("e1"), a quote ("q1"); for a time its value; for shared words the ids of the other articles, between spaces. */
  id: string | null;
}

/** Who says a quote. */
export interface Speaker {
  /** The entity, where the words could be resolved. */
  entity: string | null;
  /** The words that name the speaker here. */
  text: string;
  /** First code point. */
  start: number;
  /** Behind the last code point. */
  end: number;
  /** high, medium or low. */
  confidence: string;
  /** Why, in plain words. */
  reason: string;
}

/** The words that introduce a quote. */
export interface Cue {
  /** The words. */
  text: string;
  /** First code point. */
  start: number;
  /** Behind the last code point. */
  end: number;
  /** neutral, claim, denial, admission, promise, accusation, demand, warning, question or belief. */
  class: string;
}

/** Words of an article. */
export interface Words {
  /** The words. */
  text: string;
  /** First code point. */
  start: number;
  /** Behind the last code point. */
  end: number;
}

/** Where something begins, as a decision names it. */
export interface Place2 {
  /** Index of the block. */
  block: number;
  /** Code points from the block's start. */
  at: number;
}
