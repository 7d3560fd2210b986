// What the words of the page mean, each in a sentence or two. The help lists them; beside that each stands where its word does.

/** By the codes of labels.js and terms.js, and a few of the page's own. @type {Record<string, string>} */
export const meanings = {
  caveat: 'Words that limit a claim, such as “although this was not checked”. One version has them, another lacks them.',
  attribution: 'Who a statement is said to come from: “the minister said” in one version, “officials said” in another.',
  quote: 'Words in quotation marks that were cut, changed, given to somebody else, or that only one version has.',
  number: 'An amount, a count, a date or a time that differs.',
  name: 'A person, place or organisation that is named or spelled otherwise.',
  hedge: 'How sure a version sounds: “could close” in one, “will close” in another.',
  statement: 'Something that only one version tells, or that each tells otherwise.',
  moved: 'A passage that stands in another place in the other version.',
  wording: 'The same thing in other words.',
  style: 'A difference without meaning: curly quotes, “US” or “U.S.”, spelling, capitals.',
  only: 'The other article has nothing that answers to this sentence. That does not say that anybody cut it.',
  rewritten: 'The same statement, in mostly other words.',
  related: 'About the same thing, but not the same statement.',
  aside: 'The article shares no passage with the others, so it is not compared with them.',
  fullest: 'Of several versions of a quote the one with most of its words. The others are held against it.',
  trimmed: 'Words at the beginning or end of the quote are left out.',
  altered: 'Words between the quotation marks are other words.',
  fragment: 'Only a few words of the quote are kept.',
  unquoted: 'The same words, without quotation marks.',
  paraphrased: 'Told in the writer’s own words.',
  split: 'One quote, given in two parts.',
  merged: 'Two quotes, given as one.',
  're-attributed': 'The same words, said by somebody else.',
  furniture: 'What belongs to the web page and not to the article: “3 min read”, links, buttons.',
};
