"""Makes the files of every format in `files/` from the invented articles in `articles.json`, by the programs that people
use: LibreOffice, python-docx, pandoc, Python's mail and archive libraries, warcio, and Chromium for MHTML and PDF.

Needs `pip install python-docx pypandoc_binary warcio feedgen openpyxl`, LibreOffice (Writer and Calc) as `soffice` and Chromium; run it by hand (`make.py
papers` makes the PDFs alone, and so on), then commit what changed. `files.tsv` says of each file which articles it holds and which of their fields it keeps.
"""

import csv, gzip, html, io, json, os, plistlib, re, shutil, subprocess, sys, tarfile, tempfile, zipfile
from datetime import datetime, timezone
from email import policy
from email.message import EmailMessage
from pathlib import Path

HERE = Path(__file__).parent
FILES = HERE / "files"
ARTICLES = json.loads((HERE / "articles.json").read_text())
ROWS = []


def note(name, articles, fields="title author date outlet url"):
    """Records what a file holds. `fields` are those that the format keeps."""
    ROWS.append((name, " ".join(a["id"] for a in articles), fields))


def write(name, data, articles, fields="title author date outlet url"):
    data = data.encode() if isinstance(data, str) else data
    (FILES / name).write_bytes(data)
    note(name, articles, fields)


def when(article, hour=9):
    return datetime.fromisoformat(article["date"]).replace(hour=hour, tzinfo=timezone.utc)


def long_date(article):
    day = when(article)
    return f"{day.day} {day.strftime('%B %Y')}"


def us_date(article):
    day = when(article)
    return f"{day.strftime('%B')} {day.day}, {day.year} {day.strftime('%A')}"


def body_html(article):
    out, items = [], []
    for kind, text in article["body"] + [["end", ""]]:
        text = html.escape(text, quote=False)
        if kind == "li":
            items.append(f"<li>{text}</li>")
            continue
        if items:
            out.append("<ul>" + "".join(items) + "</ul>")
            items = []
        out += {"p": [f"<p>{text}</p>"], "h": [f"<h2>{text}</h2>"], "q": [f"<blockquote><p>{text}</p></blockquote>"], "end": []}[kind]
    return "\n".join(out)


def page(article):
    e = lambda key: html.escape(article[key])
    dek = f"<p class=\"dek\">{e('dek')}</p>" if article["dek"] else ""
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{e('title')} | {e('outlet')}</title>
<meta property="og:site_name" content="{e('outlet')}"><meta name="author" content="{e('author')}">
<meta property="article:published_time" content="{article['date']}T09:00:00Z"><link rel="canonical" href="{article['url']}">
<style>body {{ font-family: serif }} nav {{ color: grey }}</style></head>
<body><nav><ul><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<main><article><h1>{e('title')}</h1>{dek}<p class="byline">By {e('author')}</p><time datetime="{article['date']}">{long_date(article)}</time>
{body_html(article)}
</article></main><footer><p>© 2031 {e('outlet')}. All rights reserved.</p></footer></body></html>
"""


def text(article, width=None):
    import textwrap
    lines = []
    for kind, words in article["body"]:
        words = "• " + words if kind == "li" else words
        lines.append(textwrap.fill(words, width, break_on_hyphens=False) if width else words)
    return "\n\n".join(lines)


def markdown(article):
    mark = {"p": "", "h": "## ", "q": "> ", "li": "- "}
    head = f"# {article['title']}\n\nBy {article['author']}\n\n{long_date(article)}\n\n"
    out, before = head, ""
    for kind, words in article["body"]:
        out += ("" if kind == before == "li" else "\n" if before == "li" else "") + mark[kind] + words.replace("<", "\\<") + ("\n" if kind == "li" else "\n\n")
        before = kind
    return out


# --- saved pages and mails -------------------------------------------------------------------------------------------


def mhtml():
    """Chromium's own "save as a single file"."""
    with tempfile.TemporaryDirectory() as folder:
        for article in ARTICLES:
            Path(folder, f"{article['id']}.html").write_text(page(article))
        subprocess.run(["node", str(HERE / "saved.mjs"), "mhtml", folder, str(FILES)] + [a["id"] for a in ARTICLES], check=True)
    for article in ARTICLES:
        note(f"{article['id']}.mhtml", [article])


def pages():
    """Pages and Markdown as pandoc, LibreOffice and Chromium write them, and Markdown with front matter."""
    import pypandoc
    kept = "title author date"
    with tempfile.TemporaryDirectory() as folder:
        for article in ARTICLES:
            source = Path(folder, f"{article['id']}.html"); source.write_text(page(article))
        subprocess.run(["node", str(HERE / "saved.mjs"), "html", folder, str(FILES)] + [a["id"] for a in ARTICLES], check=True)
        for article in ARTICLES:
            note(f"{article['id']}.html", [article])
            told = [f"--metadata={key}:{article[key]}" for key in ("title", "author", "date")]
            bare = body_html(article)
            write(f"pandoc-{article['id']}.md", pypandoc.convert_text(bare, "gfm" if article["id"] in ("dam", "museum") else "markdown", format="html", extra_args=["--standalone"] + told), [article], kept)
            if article["id"] == "strike": write("sixteen.html", page(article).replace('<meta charset="utf-8">', "").encode("utf-16"), [article])
            write(f"pandoc-{article['id']}.html", pypandoc.convert_text(bare, "html5", format="html", extra_args=["--standalone"] + told), [article], kept)
            office = Path(folder, f"office-{article['id']}.htm")
            office.write_text(f"<html><head><meta charset='utf-8'><title>{html.escape(article['title'])}</title></head><body><h1>{html.escape(article['title'])}</h1><p>By {article['author']}</p><p>{long_date(article)}</p>{bare}</body></html>")
            out = Path(folder, "out")
            subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--writer", "--infilter=HTML (StarWriter)", "--convert-to", "htm:HTML (StarWriter)", "--outdir", str(out), str(office)], check=True, capture_output=True)
            write(f"office-{article['id']}.htm", Path(out, f"office-{article['id']}.htm").read_bytes(), [article], kept)


def plain():
    """Plain text in the encodings and line ends of several systems."""
    a = ARTICLES
    whole = lambda x, width=None: "\n\n".join([x["title"], f"By {x['author']}", long_date(x), text(x, width)]) + "\n"
    kept = "title author date"
    write("plain.txt", whole(a[0]), [a[0]], kept)
    write("wrapped.txt", whole(a[4], 72), [a[4]], kept)
    write("windows.txt", "\ufeff" + whole(a[2]).replace("\n", "\r\n"), [a[2]], kept)
    write("sixteen.txt", whole(a[3]).encode("utf-16"), [a[3]], kept)
    write("western.txt", whole(a[0]).encode("windows-1252"), [a[0]], kept)


def mails():
    a = ARTICLES
    def mail(article):
        message = EmailMessage(policy=policy.SMTP)
        message["Subject"] = article["title"]
        message["From"] = f"{article['author']} <writer@example.org>"
        message["To"] = "desk@example.org"
        message["Date"] = when(article)
        message["Message-ID"] = f"<{article['id']}@example.org>"
        return message
    fields = "title author date"
    plain = mail(a[0]); plain.set_content(text(a[0], 72), cte="quoted-printable")
    write("quoted.eml", plain.as_bytes(), [a[0]], fields)
    latin = mail(a[1]); latin.set_content(text(a[1]), charset="windows-1250", cte="base64")
    write("base64-1250.eml", latin.as_bytes(), [a[1]], fields)
    both = mail(a[2]); both.set_content(text(a[2])); both.add_alternative(f"<html><body>{body_html(a[2])}</body></html>", subtype="html")
    write("alternative.eml", both.as_bytes(), [a[2]], fields)
    only = mail(a[4]); only.set_content(page(a[4]), subtype="html")
    write("html.eml", only.as_bytes(), [a[4]], fields)
    attached = mail(a[3]); attached.set_content(text(a[3]))
    attached.add_attachment(page(a[4]).encode(), maintype="text", subtype="html", filename="vaccine – saved.html")
    attached.add_attachment(text(a[0]).encode(), maintype="application", subtype="octet-stream", filename="tunnel.txt")
    attached.add_attachment(b"\x89PNG\r\n\x1a\n" + bytes(60), maintype="image", subtype="png", filename="map.png")
    write("attached.eml", attached.as_bytes(), [a[3], a[4], a[0]], "")
    forward = mail(a[1]); forward.set_content(text(a[1])); forward.add_attachment(mail_of(mail, a[2]))
    write("forwarded.eml", forward.as_bytes(), [a[1], a[2]], fields)


def mailbox():
    import mailbox as boxes
    with tempfile.TemporaryDirectory() as folder:
        box = boxes.mbox(Path(folder, "box"))
        for article in ARTICLES[:3]:
            message = EmailMessage()
            message["Subject"], message["From"] = article["title"], f"{article['author']} <writer@example.org>"
            message["Date"], message["Message-ID"] = when(article), f"<{article['id']}@example.org>"
            message.set_content(text(article))
            stored = boxes.mboxMessage(message)
            stored.set_from("writer@example.org", when(article).timetuple())
            box.add(stored)
        box.flush()
        write("three.mbox", Path(folder, "box").read_bytes(), ARTICLES[:3], "title author date")
    def kept(name, articles, fill, cte=None):
        with tempfile.TemporaryDirectory() as folder:
            box = boxes.mbox(Path(folder, "box"))
            for article in articles:
                message = EmailMessage()
                message["Subject"], message["From"] = article["title"], f"{article['author']} <writer@example.org>"
                message["Date"], message["Message-ID"] = when(article), f"<{article['id']}@example.org>"
                fill(message, article)
                stored = boxes.mboxMessage(message)
                stored.set_from("writer@example.org", when(article).timetuple())
                box.add(stored)
            box.flush()
            write(name, Path(folder, "box").read_bytes(), articles, "title author date")
    kept("all.mbox", ARTICLES, lambda m, a: m.set_content(text(a, 72), cte="quoted-printable"))
    kept("base64.mbox", ARTICLES[2:], lambda m, a: m.set_content(text(a), cte="base64"))
    kept("markup.mbox", ARTICLES[3:], lambda m, a: m.set_content(page(a), subtype="html"))
    def both(message, article):
        message.set_content(text(article)); message.add_alternative(f"<html><body>{body_html(article)}</body></html>", subtype="html")
    kept("one.mbox", ARTICLES[4:], both)


def mail_of(mail, article):
    inner = mail(article)
    inner.set_content(text(article))
    return inner


# --- office ----------------------------------------------------------------------------------------------------------


def office():
    import docx, pypandoc
    kept = "title author date"
    for article in ARTICLES[:2]:
        document = docx.Document()
        document.add_heading(article["title"], 0)
        document.add_paragraph(f"By {article['author']}")
        document.add_paragraph(long_date(article))
        for kind, words in article["body"]:
            {"p": document.add_paragraph, "h": lambda t: document.add_heading(t, 2), "q": lambda t: document.add_paragraph(t, style="Quote"),
             "li": lambda t: document.add_paragraph(t, style="List Bullet")}[kind](words)
        out = io.BytesIO(); document.save(out)
        write(f"python-{article['id']}.docx", out.getvalue(), [article], kept)
    with tempfile.TemporaryDirectory() as folder:
        for article in ARTICLES:
            source = Path(folder, f"{article['id']}.md"); source.write_text(markdown(article))
            for kind in ("docx", "odt", "epub", "rtf"):
                if kind == "docx" and article["id"] not in ("dam",): continue
                if kind in ("odt", "rtf") and article["id"] not in ("tunnel", "museum"): continue
                name = f"pandoc-{article['id']}.{kind}"
                extra = ["--standalone", f"--metadata=title:{article['title']}", f"--metadata=author:{article['author']}", f"--metadata=date:{article['date']}", f"--metadata=publisher:{article['outlet']}"] if kind == "epub" else ["--standalone"]
                pypandoc.convert_file(str(source), kind, outputfile=str(FILES / name), extra_args=extra)
                note(name, [article], kept + (" outlet" if kind == "epub" else ""))
        for article in ARTICLES:
            plain = Path(folder, f"office-{article['id']}.html")
            plain.write_text(f"<html><head><meta charset='utf-8'></head><body><h1>{html.escape(article['title'])}</h1><p>By {article['author']}</p><p>{long_date(article)}</p>{body_html(article)}</body></html>")
            kinds = ["odt", "rtf"] + (["docx"] if article["id"] in ("museum", "vaccine") else [])
            for kind in kinds:
                target = {"odt": "odt:writer8", "rtf": "rtf:Rich Text Format", "docx": "docx:MS Word 2007 XML"}[kind]
                subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--writer", "--infilter=HTML (StarWriter)", "--convert-to", target, "--outdir", str(FILES), str(plain)], check=True, capture_output=True)
                note(f"office-{article['id']}.{kind}", [article], kept)


def sheets():
    """Spreadsheets by openpyxl and LibreOffice, with days as text and as days; and flat OpenDocument."""
    import openpyxl
    keys = ("title", "author", "date", "outlet", "url")
    def book(*sheets):
        file = openpyxl.Workbook(); file.remove(file.active)
        for name, articles, days in sheets:
            sheet = file.create_sheet(name)
            sheet.append([key.capitalize() for key in keys] + ["Full text"])
            for x in articles:
                row = dict(x, date=datetime.fromisoformat(x["date"])) if days else x
                sheet.append([row[key] for key in keys] + [text(x)])
        out = io.BytesIO(); file.save(out)
        return out.getvalue()
    a = ARTICLES
    notes = openpyxl.Workbook(); notes.active.append(["name", "phone"]); notes.active.append(["Ann", 1234])
    out = io.BytesIO(); notes.save(out)
    (HERE / "refused" / "phones.xlsx").write_bytes(out.getvalue())
    write("list.xlsx", book(("News", a, False)), a)
    write("days.xlsx", book(("News", a[:2], True)), a[:2])
    write("two.xlsx", book(("One", a[:2], True), ("Two", a[3:], False)), a[:2] + a[3:])
    with tempfile.TemporaryDirectory() as folder:
        def converted(name, source, to, articles, fields="title author date outlet url"):
            # Comma-separated, in UTF-8.
            how = ["--infilter=CSV:44,34,76,1"] if source.suffix == ".csv" else []
            target = Path(folder, source.stem + "." + to)
            subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", *how, "--convert-to", to, "--outdir", folder, str(source)], check=True, capture_output=True)
            write(name, target.read_bytes(), articles, fields)
        converted("office-list.ods", FILES / "list.xlsx", "ods", a)
        converted("office-days.ods", FILES / "days.xlsx", "ods", a[:2])
        converted("office-two.ods", FILES / "two.xlsx", "ods", a[:2] + a[3:])
        converted("office-commas.ods", FILES / "commas.csv", "ods", a)
        converted("office-tabs.ods", FILES / "quoted.csv", "ods", a, "title date")
        converted("office-days.fods", FILES / "days.xlsx", "fods", a[:2])
        converted("office-commas.xlsx", FILES / "commas.csv", "xlsx", a)
        converted("office-days.xlsx", FILES / "office-days.ods", "xlsx", a[:2])
        for x in a:
            converted(f"office-{x['id']}.fodt", FILES / f"office-{x['id']}.odt", "fodt", [x], "title author date")


# --- PDFs ------------------------------------------------------------------------------------------------------------

# How the pages that are printed look: one column, wide margins, two columns, a narrow one beside a list, justified.
LOOKS = [
    "body { font: 12pt/1.5 serif }",
    "body { font: 15px/1.7 sans-serif; max-width: 34em; margin: auto } h1 { font-size: 2.4em; text-wrap: balance } li { margin: .5em }",
    "body { font: 11pt/1.3 serif } article { columns: 2; column-gap: 2em } h1, .dek, .byline, time { column-span: all; display: block } p { margin: 0; text-indent: 1.4em } .byline { text-indent: 0 }",
    "body { font: 13px/1.6 sans-serif; display: grid; grid-template-columns: 11em 1fr } h2 { font-size: 1em }",
    "body { font: 12pt/1.4 serif } article > p { text-align: justify; hyphens: auto; max-width: 24em }",
]


def papers():
    kept = "title author date outlet url"
    with tempfile.TemporaryDirectory() as folder:
        for article, look in zip(ARTICLES, LOOKS):
            Path(folder, f"printed-{article['id']}.html").write_text(page(article).replace("body { font-family: serif }", look))
        bare = ARTICLES[0]
        Path(folder, f"bare-{bare['id']}.html").write_text(page(bare))
        names = [f"printed-{article['id']}" for article in ARTICLES] + [f"bare-{bare['id']}"]
        subprocess.run(["node", str(HERE / "saved.mjs"), "pdf", folder, str(FILES)] + names, check=True)
        for article in ARTICLES:
            note(f"printed-{article['id']}.pdf", [article], kept)
        note(f"bare-{bare['id']}.pdf", [bare], "title author date outlet")
        convert = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile"]
        for name in ("office-museum.odt", "office-vaccine.docx", "office-strike.rtf", "nexis.docx"):
            subprocess.run(convert + ["--convert-to", "pdf:writer_pdf_Export", "--outdir", folder, str(FILES / name)], check=True, capture_output=True)
            stem = Path(name).stem
            articles = [a for a in ARTICLES if stem.endswith(a["id"])] or ARTICLES[:3]
            write(f"{stem}.pdf", Path(folder, f"{stem}.pdf").read_bytes(), articles, "title author date outlet" if stem == "nexis" else "title author date")
        # Two that are refused, each with its reason.
        lock = json.dumps({"EncryptFile": {"type": "boolean", "value": "true"}, "DocumentOpenPassword": {"type": "string", "value": "secret"}})
        subprocess.run(convert + ["--convert-to", f"pdf:writer_pdf_Export:{lock}", "--outdir", folder, str(FILES / "office-dam.odt")], check=True, capture_output=True)
        shutil.move(Path(folder, "office-dam.pdf"), HERE / "refused" / "locked.pdf")
        Path(folder, "scan.html").write_text('<link rel="canonical" href="https://scan.example/"><img width="600" src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFElEQVR4nGP8z8DAwMDAxMDAwMAAAA0DAQBl8cYVAAAAAElFTkSuQmCC">')
        Path(folder, "scan.html").rename(Path(folder, "bare-scan.html"))
        subprocess.run(["node", str(HERE / "saved.mjs"), "pdf", folder, folder, "bare-scan"], check=True)
        shutil.move(Path(folder, "bare-scan.pdf"), HERE / "refused" / "scan.pdf")


# --- archives --------------------------------------------------------------------------------------------------------


def packed(entries, how=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", how) as archive:
        for name, data in entries:
            archive.writestr(zipfile.ZipInfo(name, (2031, 1, 1, 0, 0, 0)), data, how)
    return out.getvalue()


def archives():
    a = ARTICLES
    three = [(f"week/{x['id']}.html", page(x)) for x in a[:3]]
    write("pages.zip", packed(three + [("week/tunnel_files/style.css", "p{}"), ("__MACOSX/._x", b"\0\0")]), sorted(a[:3], key=lambda x: "tunnel strike dam".split().index(x["id"])))
    write("stored.zip", packed([("a.txt", a[0]["title"] + "\n\n" + text(a[0])), ("b.md", markdown(a[1]))], zipfile.ZIP_STORED), [a[0], a[1]], "title")
    inner = packed([("dam.html", page(a[2]))])
    write("nested.zip", packed([("inner/week.zip", inner), ("vaccine.html", page(a[4]))]), [a[2], a[4]])
    write("mixed.zip", packed([("museum.html", page(a[3])), ("scan.pdf", b"%PDF-1.7 nothing"), ("map.png", b"\x89PNG")]), [a[3]])
    write("office.zip", packed([("a.docx", (FILES / "python-tunnel.docx").read_bytes()), ("b.eml", (FILES / "quoted.eml").read_bytes())]), [a[0], a[0]], "title author date")
    write("page.html.gz", gzip.compress(page(a[1]).encode(), mtime=0), [a[1]])
    write("notes.md.gz", gzip.compress(markdown(a[0]).encode(), mtime=0), [a[0]], "title author date")
    write("mail.eml.gz", gzip.compress((FILES / "quoted.eml").read_bytes(), mtime=0), [a[0]], "title author date")
    write("list.json.gz", gzip.compress((FILES / "lines.jsonl").read_bytes(), mtime=0), a)
    write("twice.txt.gz", gzip.compress((a[4]["title"] + "\n\n").encode(), mtime=0) + gzip.compress(text(a[4]).encode(), mtime=0), [a[4]], "title")


# --- wires and feeds ---------------------------------------------------------------------------------------------------


def feeds():
    a, e = ARTICLES, html.escape
    def rss(items, outlet, full=True):
        rows = "".join(f"<item><title>{e(x['title'])}</title><link>{x['url']}</link><dc:creator><![CDATA[{x['author']}]]></dc:creator><pubDate>{when(x).strftime('%a, %d %b %Y %H:%M:%S +0000')}</pubDate><description>{e(x['body'][0][1])}</description><content:encoded><![CDATA[{body_html(x)}]]></content:encoded></item>" for x in items)
        return f'<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>{outlet}</title><link>https://x.example</link>{rows}</channel></rss>'
    def atom(items, kind):
        def content(x):
            if kind == "xhtml": return f'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{body_html(x)}</div></content>'
            return f'<content type="html">{e(body_html(x))}</content>'
        rows = "".join(f"<entry><title>{e(x['title'])}</title><link rel='alternate' href='{x['url']}'/><author><name>{x['author']}</name></author><published>{x['date']}T09:00:00Z</published><updated>2031-12-31T00:00:00Z</updated>{content(x)}</entry>" for x in items)
        return f'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>{items[0]["outlet"]}</title>{rows}</feed>'
    one = lambda x: [dict(x)]
    write("one.rss", rss(a[:1], a[0]["outlet"]), a[:1])
    write("strike.rss", rss(a[1:2], a[1]["outlet"]), a[1:2])
    write("many.rss", rss(a, "All the news"), a, "title author date url")
    write("html.atom", atom(a[2:3], "html"), a[2:3])
    write("xhtml.atom", atom(a[3:], "xhtml"), a[3:], "title author date url")
    write("declared.rss", rss(a[1:2], a[1]["outlet"]).replace("UTF-8", "ISO-8859-2").replace("“", '"').replace("”", '"').replace("ë", "e").replace("’", "'").encode("iso-8859-2"), a[1:2], "title author date outlet url plain")
    from feedgen.feed import FeedGenerator
    def generated(articles, markup):
        feed = FeedGenerator()
        feed.id("urn:feed"); feed.title(articles[0]["outlet"]); feed.link(href="https://x.example", rel="self"); feed.description("News")
        feed.lastBuildDate(when(articles[0])); feed.updated(when(articles[0]))
        for x in reversed(articles):
            entry = feed.add_entry()
            entry.id(x["url"]); entry.title(x["title"]); entry.link(href=x["url"]); entry.author({"name": x["author"], "email": "writer@example.org"})
            entry.published(when(x)); entry.updated(when(x, 11)); entry.content(body_html(x), type="html" if markup else "CDATA")
        return feed
    write("feedgen.atom", generated(a[:1], True).atom_str(pretty=True), a[:1])
    write("cdata.atom", generated(a[1:2], False).atom_str(), a[1:2])
    write("all.atom", generated(a, True).atom_str(), a, "title author date url")
    write("feedgen.rss", generated(a[4:], False).rss_str(pretty=True), a[4:], "title date outlet url")
    def nitf(x):
        blocks = re.sub(r"<(/?)h2>", r"<\1hl2>", body_html(x)).replace("blockquote", "bq")
        dek = f"<abstract><p>{e(x['dek'])}</p></abstract>" if x["dek"] else ""
        return f'<?xml version="1.0" encoding="utf-8"?>\n<nitf><head><title>{e(x["title"])}</title><docdata><date.issue norm="{x["date"].replace("-", "")}T090000Z"/></docdata><pubdata name="{x["outlet"]}" ex-ref="{x["url"]}"/></head><body><body.head><hedline><hl1>{e(x["title"])}</hl1></hedline>{dek}<byline>By <person>{x["author"]}</person></byline></body.head><body.content>{blocks}</body.content></body></nitf>'
    for x in a:
        write(f"{x['id']}.nitf.xml", nitf(x), [x], "title author date outlet")
    def newsml(x, content):
        return f'<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:{x["id"]}"><itemMeta><provider><name>{x["outlet"]}</name></provider><versionCreated>{x["date"]}T10:00:00Z</versionCreated></itemMeta><contentMeta><contentCreated>{x["date"]}T09:00:00Z</contentCreated><by>By {x["author"]}</by><headline>{e(x["title"])}</headline></contentMeta><contentSet>{content}</contentSet></newsItem>'
    xhtml = lambda x: f'<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>{e(x["title"])}</title></head><body>{body_html(x)}</body></html></inlineXML>'
    inner = lambda x: f'<inlineXML contenttype="application/nitf+xml">{nitf(x).split("?>")[1]}</inlineXML>'
    plain = lambda x: f'<inlineData contenttype="text/plain">{e(text(x))}</inlineData>'
    for x, content in zip(a, [xhtml, inner, xhtml, xhtml, plain]):
        write(f"{x['id']}.newsml.xml", '<?xml version="1.0"?>' + newsml(x, content(x)), [x], "title author date outlet")
    write("message.newsml.xml", '<?xml version="1.0"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2031-12-31T00:00:00Z</sent></header><itemSet>' + newsml(a[0], xhtml(a[0])) + newsml(a[2], xhtml(a[2])) + "</itemSet></newsMessage>", [a[0], a[2]], "title author date outlet")


def records():
    a = ARTICLES
    paragraphs = text
    ninjs = lambda x: {"uri": x["url"], "type": "text", "versioncreated": x["date"] + "T09:00:00Z", "byline": "By " + x["author"], "headline": x["title"], "copyrightholder": x["outlet"], "body_xhtml": body_html(x), "body_text": "short"}
    for x in a[:3]:
        write(f"{x['id']}.ninjs.json", json.dumps(ninjs(x)), [x], "title author date outlet")
    write(f"{a[3]['id']}.ninjs.json", json.dumps(ninjs(a[3]), indent=2, ensure_ascii=False), [a[3]], "title author date outlet")
    # As an agency's wire sends it: text alone, with keywords, places and what belongs to it.
    wire = dict(ninjs(a[4]), body_text=paragraphs(a[4]), located="Northmoor", subject=[{"code": "medtop:07000000", "name": "health"}], associations={"main": {"type": "picture", "uri": "https://x.example/p.jpg"}})
    del wire["body_xhtml"]
    write(f"{a[4]['id']}.ninjs.json", json.dumps(wire, ensure_ascii=False, sort_keys=True), [a[4]], "title author date outlet")
    linked = lambda x: {"@context": "https://schema.org", "@type": "NewsArticle", "headline": x["title"], "datePublished": x["date"], "author": [{"@type": "Person", "name": x["author"]}], "publisher": {"@type": "Organization", "name": x["outlet"]}, "url": x["url"], "articleBody": paragraphs(x)}
    write("linked.jsonld", json.dumps(linked(a[3]), indent=1), [a[3]])
    write("graph.jsonld", json.dumps({"@context": "https://schema.org", "@graph": [linked(a[4]), linked(a[0])]}, ensure_ascii=False), [a[4], a[0]])
    write("escaped.jsonld", json.dumps(linked(a[1])), [a[1]])
    write("list.jsonld", json.dumps([linked(x) for x in a[:3]], indent=2, ensure_ascii=False), a[:3])
    write("website.jsonld", json.dumps({"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "All the news", "url": "https://x.example"}, {"@type": "BreadcrumbList", "itemListElement": []}, linked(a[2])]}), [a[2]])
    row = lambda x: {"title": x["title"], "author": x["author"], "date": x["date"], "publication": x["outlet"], "url": x["url"], "text": paragraphs(x)}
    write("list.json", json.dumps([row(x) for x in a]), a)
    write("wrapped.json", json.dumps({"status": "ok", "articles": [{"source": {"id": None, "name": x["outlet"]}, "author": x["author"], "title": x["title"], "publishedAt": x["date"] + "T09:00:00Z", "url": x["url"], "content": paragraphs(x)} for x in a]}, ensure_ascii=False), a)
    write("lines.jsonl", "".join(json.dumps(row(x), ensure_ascii=False) + "\n" for x in a), a)
    write("ascii.jsonl", "".join(json.dumps(row(x)) + "\n" for x in a[:2]), a[:2])
    write("markup.jsonl", "\r\n".join(json.dumps({"headline": x["title"], "byline": x["author"], "pub_date": x["date"], "link": x["url"], "content_html": body_html(x)}) for x in a[1:]), a[1:], "title author date url")
    write("blank-lines.jsonl", "\n\n".join(json.dumps(row(x), ensure_ascii=False, sort_keys=True) for x in a[2:]), a[2:])
    write("nested.ndjson", "".join(json.dumps({"_index": "news", "_source": {"title": x["title"], "source": {"name": x["outlet"]}, "author": x["author"], "publishedAt": x["date"] + "T09:00:00Z", "url": x["url"], "body": paragraphs(x)}}, ensure_ascii=False) + "\n" for x in a), a)
    write("rows.ndjson", "".join(json.dumps(row(x), ensure_ascii=False) + "\n" for x in a[:4]), a[:4])
    write("ascii.ndjson", "\r\n".join(json.dumps(row(x)) for x in a[1:]), a[1:])
    write("marked.ndjson", "\ufeff" + "".join(json.dumps(row(x), ensure_ascii=False, separators=(",", ":")) + "\n" for x in a[2:]), a[2:])
    write("markup.ndjson", "".join(json.dumps({"link": x["url"], "headline": x["title"], "byline": x["author"], "pub_date": x["date"], "content_html": body_html(x)}) + "\n" for x in a[:3]), a[:3], "title author date url")
    write("sixteen.jsonl", "".join(json.dumps(row(x), ensure_ascii=False) + "\n" for x in a[3:]).encode("utf-16"), a[3:])
    def tabbed(name, articles, encoding="utf-8", **how):
        out = io.StringIO(); rows = csv.DictWriter(out, list(row(a[0])), delimiter="\t", **how); rows.writeheader(); rows.writerows(row(x) for x in articles)
        write(name, out.getvalue().encode(encoding), articles)
    tabbed("excel-text.tsv", a[:2], "utf-16")
    tabbed("all-quoted.tsv", a[1:4], quoting=csv.QUOTE_ALL)
    tabbed("unix.tsv", a[2:], lineterminator="\n")
    tabbed("marked.tsv", a[3:], "utf-8-sig", quoting=csv.QUOTE_NONNUMERIC)
    for name, mark in (("commas.csv", ","), ("semicolons.csv", ";"), ("tabs.tsv", "\t")):
        out = io.StringIO(); rows = csv.DictWriter(out, list(row(a[0])), delimiter=mark); rows.writeheader(); rows.writerows(row(x) for x in a)
        write(name, out.getvalue(), a)
    out = io.StringIO(); rows = csv.DictWriter(out, list(row(a[0])), dialect="unix"); rows.writeheader(); rows.writerows(row(x) for x in a[2:])
    write("unix.csv", out.getvalue().encode("utf-16"), a[2:])
    out = io.StringIO(); rows = csv.writer(out, quoting=csv.QUOTE_ALL); rows.writerow(["id", "headline", "body", "published"]); rows.writerows([i, x["title"], paragraphs(x), x["date"]] for i, x in enumerate(a))
    write("quoted.csv", "\ufeff" + out.getvalue(), a, "title date")
    out = io.StringIO(); rows = csv.writer(out, lineterminator="\n"); rows.writerow(["url", "content", "headline", "by"]); rows.writerows([x["url"], body_html(x), x["title"], x["author"]] for x in a)
    write("markup.csv", out.getvalue(), a, "title author url")


def bundles():
    a = ARTICLES
    nexis = lambda x: "\n".join([x["title"], x["outlet"], us_date(x), f"Copyright 2031 {x['outlet']} All Rights Reserved", "Section: NEWS; Pg. 3", "Length: 312 words", f"Byline: {x['author']}", "Body", "", text(x), "", "Load-Date: December 1, 2031", "", "End of Document", ""])
    write("nexis.txt", "\n\n".join(nexis(x) for x in a), a, "title author date outlet")
    old = lambda i, x: "\n".join([f"                               {i + 1} of {len(a)} DOCUMENTS", "", f"                               {x['outlet']}", "", f"                               {us_date(x)}", "", x["title"], "", f"BYLINE: {x['author']}", "", "SECTION: NEWS; Pg. 3", "", "LENGTH: 312 words", "", text(x, 76), "", "LOAD-DATE: December 1, 2031", "", "LANGUAGE: ENGLISH", "", "PUBLICATION-TYPE: Newspaper", ""])
    write("nexis-old.txt", "\n\n".join(old(i, x) for i, x in enumerate(a)), a, "title author date outlet")
    factiva = lambda i, x: "\n".join([x["title"], f"By {x['author']}", "312 words", long_date(x), "09:15", x["outlet"], "NMCOUR", "English", f"(c) 2031 {x['outlet']}", "", text(x), "", f"Document NMCOUR002031{i}506e7560001x", ""])
    write("factiva.txt", "\n\n".join(factiva(i, x) for i, x in enumerate(a)), a, "title author date outlet")
    coded = lambda i, x: "\n".join([f"HD  {x['title']}", f"BY  {x['author']}", "WC  312 words", f"PD  {long_date(x)}", f"SN  {x['outlet']}", "SC  NMCOUR", "LA  English", f"CY  (c) 2031 {x['outlet']}", "LP  " + text(x).split("\n\n")[0], "TD  " + "\n\n".join(text(x).split("\n\n")[1:]), f"AN  Document NMCOUR002031{i}506e7560001x", ""])
    write("factiva-fields.txt", "\n\n".join(coded(i, x) + f"\nDocument NMCOUR002031{i}506e7560001x\n" for i, x in enumerate(a)), a, "title author date outlet")
    proquest = lambda i, x: "\n".join([f"Document {i + 1} of {len(a)}", "", x["title"], "", f"Author: {x['author']}", "", f"Publication info: {x['outlet']} ; Northmoor {long_date(x)}: A3.", "", "Links: none", "", "Full text: " + text(x), "", "Subject: Tunnels;", "", f"Title: {x['title']}", "", f"Publication title: {x['outlet']}", "", f"Publication date: {us_date(x).rsplit(' ', 1)[0]}", "", "Source type: Newspaper", "", f"Document URL: {x['url']}", "", "Database: News", "", "_" * 60, ""])
    write("proquest.txt", "_" * 60 + "\n\n" + "\n".join(proquest(i, x) for i, x in enumerate(a)), a)
    import docx
    document = docx.Document()
    for x in a[:3]:
        for line in nexis(x).split("\n"):
            if line: document.add_paragraph(line)
    out = io.BytesIO(); document.save(out)
    write("nexis.docx", out.getvalue(), a[:3], "title author date outlet")
    rtf = "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Arial;}}" + "".join(("".join(c if ord(c) < 128 and c not in "\\{}" else f"\\u{ord(c)}?" for c in line) + "\\par\n") for x in a for line in nexis(x).split("\n")) + "}"
    write("nexis.rtf", rtf, a, "title author date outlet")


def web():
    a = ARTICLES
    for x in a:
        resource = {"WebResourceData": page(x).encode(), "WebResourceURL": x["url"], "WebResourceMIMEType": "text/html", "WebResourceTextEncodingName": "UTF-8", "WebResourceFrameName": ""}
        write(f"{x['id']}.webarchive", plistlib.dumps({"WebMainResource": resource, "WebSubresources": [{"WebResourceData": b"p{}", "WebResourceURL": "https://x.example/a.css", "WebResourceMIMEType": "text/css"}]}, fmt=plistlib.FMT_BINARY), [x])
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter
    def warc(articles, packed, chunked=False):
        out = io.BytesIO(); writer = WARCWriter(out, gzip=packed, warc_version="1.1")
        put = lambda url, kind, data, extra=[]: writer.write_record(writer.create_warc_record(url, "response", payload=io.BytesIO(data), http_headers=StatusAndHeaders("200 OK", [("Content-Type", kind)] + extra, protocol="HTTP/1.1"), warc_headers_dict={"WARC-Date": "2031-12-01T00:00:00Z", "WARC-Record-ID": f"<urn:uuid:{abs(hash_of(url)):032x}>"}))
        for x in articles:
            data, extra = page(x).encode(), []
            if chunked:
                half = len(data) // 2
                data = b"%x\r\n%s\r\n%x\r\n%s\r\n0\r\n\r\n" % (half, data[:half], len(data) - half, data[half:]); extra = [("Transfer-Encoding", "chunked")]
            put(x["url"], "text/html; charset=utf-8", data, extra)
            put(x["url"] + "/style.css", "text/css", b"p{}")
            put(x["url"] + "/frame", "text/html", b"<html><body><p>Advertisement</p></body></html>")
        return out.getvalue()
    write("one.warc", warc(a[:1], False), a[:1])
    write("all.warc.gz", warc(a, True), a)
    write("chunked.warc", warc(a[1:3], False, True), a[1:3])
    write("museum.warc", warc(a[3:4], False), a[3:4])
    write("three.warc", warc(a[2:], False), a[2:])
    write("chunked-all.warc", warc(a, False, True), a)
    for name, some in (("tunnel", a[:1]), ("two", a[3:]), ("all", a), ("strike", a[1:2]), ("three", a[1:4])):
        write(f"{name}.wacz", packed([("archive/data.warc.gz", warc(some, True)), ("pages/pages.jsonl", '{"format": "json-pages-1.0"}\n'), ("datapackage.json", "{}")], zipfile.ZIP_STORED), some)


def hash_of(text):
    import hashlib
    return int(hashlib.md5(text.encode()).hexdigest(), 16)


if __name__ == "__main__":
    chosen = sys.argv[1:]
    FILES.mkdir(exist_ok=True)
    (HERE / "refused").mkdir(exist_ok=True)
    for make in (mhtml, pages, plain, mails, mailbox, office, papers, archives, feeds, records, bundles, sheets, web):
        if not chosen or make.__name__ in chosen:
            make()
    made = {row[0] for row in ROWS}
    with open(HERE / "files.tsv") as known:
        rows = [tuple(line.rstrip("\n").split("\t")) for line in known if not line.startswith("#")]
    ROWS += [row for row in rows if chosen and row[0] not in made]
    ROWS.sort()
    for file in FILES.iterdir():
        if file.name not in {row[0] for row in ROWS}:
            file.unlink()
    with open(HERE / "files.tsv", "w") as out:
        out.write("# Made by make.py: a file, the articles in it in their order, and which of their fields it keeps.\n")
        out.writelines("\t".join(row) + "\n" for row in ROWS)
