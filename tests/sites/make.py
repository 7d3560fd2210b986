"""Makes the pages of `pages/`: each invented article of `articles.json` as five of twelve content systems would print it.

The markup is written in the manner of those systems (names of classes, order of fields, where data stands, what
furniture lies between the paragraphs) and copied from none. Run by hand, then commit what changed.
"""

import html, json
from datetime import datetime
from pathlib import Path

HERE = Path(__file__).parent
ARTICLES = json.loads((HERE / "articles.json").read_text())
esc = lambda text: html.escape(text, quote=False)


def when(stamp):
    return datetime.fromisoformat(stamp.replace("Z", "+00:00"))


def us(stamp, time=True):
    day = when(stamp)
    clock = f" at {day.hour % 12 or 12}:{day.minute:02} {'a.m.' if day.hour < 12 else 'p.m.'} ET" if time else ""
    return f"{day.strftime('%B')} {day.day}, {day.year}{clock}"


def uk(stamp):
    day = when(stamp)
    return f"{day.strftime('%a')} {day.day} {day.strftime('%b %Y %H.%M')}"


def names(a):
    return " and ".join(a["authors"])


def slug(a):
    return a["title"].lower().replace(",", "").replace("'", "").replace(".", "").replace(" ", "-")


def address(a, section="news"):
    return f"https://www.{a['id']}-news.example/{section}/{slug(a)}"


def dateline(a, brackets=True, dash="—"):
    """What stands before the first sentence."""
    if not a["place"]:
        return ""
    day = f", {a['day']}" if a["day"] else ""
    credited = {"Reuters": "Reuters", "Associated Press": "AP", "Agence France-Presse": "AFP"}.get(a["agency"])
    agency = f" ({credited})" if a["credited"] == "dateline" else ""
    return f"{a['place']}{day}{agency} {dash} "


def by(a, link=None):
    one = (lambda name: f'<a href="{link}/{name.lower().replace(" ", "-")}">{name}</a>') if link else (lambda name: name)
    return " and ".join(one(name) for name in a["authors"])


def agency(a):
    """The agency that the byline names."""
    short = {"Deutsche Presse-Agentur": "dpa"}
    return short.get(a["agency"], a["agency"]) if a["credited"] == "byline" else None


def noted(a, where, before="<p class=\"correction\">", after="</p>"):
    at, text = a["note"]
    return f"{before}{esc(text)}{after}" if at == where else ""


def body(a, between={}, p="<p>", h="<h2>", q="<blockquote><p>{}</p></blockquote>", ul="<ul>", dash="—", em="{}", wrap="{}"):
    """The paragraphs, each in its `wrap`; `between` has what lies behind the paragraph of a number."""
    out, items, count = [], [], 0
    close = lambda tag: "</" + tag[1:].split(" ")[0].split(">")[0] + ">"
    for number, (kind, text) in enumerate(a["body"] + [["end", ""]]):
        text = esc(text)
        if kind == "li":
            items.append(f"<li>{text}</li>")
            continue
        if items:
            out.append(wrap.format(f"{ul}{''.join(items)}</ul>"))
            items = []
        if kind == "p":
            line = em.format(esc(dateline(a, dash=dash)).rstrip()) + " " if count == 0 and dateline(a) else ""
            out.append(wrap.format(f"{p}{line}{text}{close(p)}"))
            count += 1
            out.append(between.get(count, ""))
        elif kind == "h":
            out.append(wrap.format(f"{h}{text}{close(h)}"))
        elif kind == "q":
            out.append(wrap.format(q.format(text)))
    return "\n".join(line for line in out if line)


def others(a, count=3, skip=1):
    at = ARTICLES.index(a)
    return [ARTICLES[(at + skip + n) % len(ARTICLES)] for n in range(count)]


def links(a, count=3, skip=1, item="<li><a href=\"{}\">{}</a></li>"):
    return "".join(item.format(address(b), esc(b["title"])) for b in others(a, count, skip))


def linked_data(a, kind="NewsArticle", **more):
    data = {
        "@context": "https://schema.org", "@type": kind, "headline": a["title"], "description": a["dek"],
        "datePublished": a["published"], "dateModified": a["updated"] or a["published"],
        "author": [{"@type": "Person", "name": name} for name in a["authors"]],
        "publisher": {"@type": "NewsMediaOrganization", "name": a["outlet"]}, "mainEntityOfPage": address(a),
    } | more
    return f'<script type="application/ld+json">{json.dumps({k: v for k, v in data.items() if v is not None})}</script>'


def social(a):
    return (f'<meta property="og:title" content="{html.escape(a["title"])}"><meta property="og:site_name" content="{a["outlet"]}">'
            f'<meta property="og:description" content="{html.escape(a["dek"])}"><meta property="og:type" content="article">')


def document(a, head, content, body_class="", title=None):
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{esc(title or a['title'] + ' | ' + a['outlet'])}</title>
<link rel="canonical" href="{address(a)}">
{head}</head>
<body{f' class="{body_class}"' if body_class else ''}>
{content}
</body></html>
"""


def wordpress(a):
    photos = "".join(f'<figure class="wp-block-image size-large"><img src="{n}.jpg" alt=""><figcaption class="wp-element-caption">{esc(c)} ({esc(k)})</figcaption></figure>' for n, (c, k) in enumerate(a["photos"]))
    between = {2: photos, 3: f'<div class="wp-block-group is-style-newsletter"><h4 class="wp-block-heading">Never miss a story</h4><p>Sign up for our morning newsletter and get the news of the coast in your inbox every day at seven.</p><div class="wp-block-button"><a class="wp-block-button__link" href="/join">Sign me up</a></div></div>',
               5: f'<p class="has-text-align-left"><strong>READ MORE: <a href="{address(others(a)[0])}">{esc(others(a)[0]["title"])}</a></strong></p>'}
    head = social(a) + f'<meta property="article:published_time" content="{a["published"]}">' + (f'<meta property="article:modified_time" content="{a["updated"]}">' if a["updated"] else "") + f'<meta name="author" content="{names(a)}">'
    desk = f", {agency(a)}" if agency(a) else ""
    return document(a, head, f"""<div class="wp-site-blocks"><header class="wp-block-template-part"><p class="wp-block-site-title"><a href="/">{a['outlet']}</a></p>
<nav class="wp-block-navigation"><ul><li><a href="/local">Local</a></li><li><a href="/business">Business</a></li><li><a href="/opinion">Opinion</a></li></ul></nav></header>
<main class="wp-block-group"><div class="wp-block-post-terms"><a href="/local">Local</a></div><h1 class="wp-block-post-title">{esc(a['title'])}</h1>
<p class="wp-block-post-excerpt__excerpt subtitle">{esc(a['dek'])}</p>
<div class="wp-block-post-author-name">By {by(a, '/author')}{desk}</div><div class="wp-block-post-date"><time datetime="{a['published']}">{us(a['published'], False)}</time></div>
<div class="entry-content wp-block-post-content">{noted(a, 'top', '<p class="has-background editors-note"><em>', '</em></p>')}
{body(a, between, h='<h2 class="wp-block-heading">', q='<blockquote class="wp-block-quote"><p>{}</p></blockquote>', ul='<ul class="wp-block-list">')}
{noted(a, 'end', '<hr class="wp-block-separator"><p><em>', '</em></p>')}
<div class="sharedaddy"><h3 class="sd-title">Share this:</h3><ul><li><a href="#">Facebook</a></li><li><a href="#">X</a></li></ul></div></div>
<div class="wp-block-post-author-biography"><p>{a['authors'][0]} has written for {a['outlet']} since 2024 and lives close to the harbour.</p></div>
<div class="wp-block-query related-posts"><h3>You might also like</h3><ul>{links(a)}</ul></div>
<div class="wp-block-comments"><h2>2 responses</h2><ol class="wp-block-comment-template"><li><div class="wp-block-comment-author-name">bramble</div><div class="wp-block-comment-content"><p>I said so years ago, and nobody in that office wanted to listen to people like me.</p></div></li>
<li><div class="wp-block-comment-author-name">Hal R.</div><div class="wp-block-comment-content"><p>Good reporting, but where are the numbers from? I would like to see the whole document.</p></div></li></ol></div></main>
<footer class="wp-block-template-part"><p>© 2031 {a['outlet']}. Proudly powered by a free content system.</p></footer></div>
<div id="cookie-law-info-bar"><span>This site uses cookies so that it works as it should. You can refuse those that are not needed at any time in the settings. <a href="/cookies">Accept</a></span></div>""", "single wp-singular")


def arc(a):
    figure = lambda c, k: f'<figure class="b-image"><img src="x.jpg"><figcaption class="c-media-item__fig-caption"><span class="c-media-item__caption">{esc(c)}</span> <span class="c-media-item__credit">({esc(k)})</span></figcaption></figure>'
    between = {3: f'<div class="interstitial-link">[ <a href="{address(others(a)[0])}">{esc(others(a)[0]["title"])}</a> ]</div>',
               4: "".join(figure(*photo) for photo in a["photos"][1:]) + '<div class="b-ads-block"><span>ADVERTISEMENT</span></div>'}
    desk = f' <span class="b-byline__org">{agency(a)}</span>' if agency(a) else ""
    return document(a, social(a) + linked_data(a), f"""<div id="fusion-app"><div class="c-stack b-header"><nav class="b-header-nav-chain"><a href="/">Sections</a><a href="/politics/">Politics</a><a href="/business/">Business</a><a href="/subscribe/">Subscribe</a></nav></div>
<section class="b-right-rail__main"><a class="c-overline" href="/news/">News</a><h1 class="b-headline">{esc(a['title'])}</h1><h2 class="b-subheadline">{esc(a['dek'])}</h2>
{figure(*a['photos'][0])}
<div class="b-byline"><span class="b-byline__by">By</span> <span class="b-byline__names">{by(a, '/author')}</span>{desk}</div>
<time class="c-date b-date" datetime="{a['published']}">{us(a['published'])}</time>{f'<time class="c-date b-date updated" datetime="{a["updated"]}">Updated {us(a["updated"])}</time>' if a['updated'] else ''}
<article class="b-article-body">{noted(a, 'top', '<p class="c-paragraph b-correction">')}
{body(a, between, p='<p class="c-paragraph">', h='<h3 class="c-heading">', q='<blockquote class="b-blockquote"><p>{}</p></blockquote>', ul='<ul class="c-list">')}
{noted(a, 'end', '<p class="c-paragraph b-correction"><i>', '</i></p>')}</article>
<div class="b-author-bio"><a href="/author"><h3>{a['authors'][0]}</h3></a><p>{a['authors'][0]} is a reporter on the national desk. Tips can be sent by mail or on paper to the newsroom.</p></div>
<div class="b-results-list"><h4>Most read</h4><ol>{links(a, 4, 2)}</ol></div></section>
<footer class="b-footer"><p>{a['outlet']}</p><ul><li><a href="/about">About us</a></li><li><a href="/privacy">Privacy policy</a></li><li><a href="/terms">Terms of use</a></li></ul><p>Copyright 2031. All rights reserved.</p></footer></div>
<div class="consent-banner" role="dialog"><p>We and our 214 partners store and read information on your device, such as cookies, to show you advertising that fits you and to count who saw it.</p><button>Agree</button><button>Manage choices</button></div>""")


def drupal(a):
    figure = lambda c, k: f'<div class="field field--name-field-media-image"><img src="x.jpg"></div><div class="field field--name-field-image-caption field__item">{esc(c)}</div><div class="field field--name-field-image-credit field__item">{esc(k)}</div>'
    teaser = f'<aside class="paragraph paragraph--type--related-content"><div class="field__label">Related</div><h3 class="node__title"><a href="{address(others(a)[0])}">{esc(others(a)[0]["title"])}</a></h3><div class="field--name-field-teaser"><p>{esc(others(a)[0]["dek"])}.</p></div></aside>'
    between = {2: teaser, 4: "".join(f'<div class="paragraph paragraph--type--image">{figure(*photo)}</div>' for photo in a["photos"][1:])}
    desk = f' / {agency(a)}' if agency(a) else ""
    meta = f'<meta name="dcterms.date" content="{a["published"]}">' + (f'<meta name="dcterms.modified" content="{a["updated"]}">' if a["updated"] else "") + f'<meta name="description" content="{html.escape(a["dek"])}">'
    return document(a, meta + social(a), f"""<div class="dialog-off-canvas-main-canvas"><a href="#main-content" class="visually-hidden focusable skip-link">Skip to main content</a>
<header role="banner"><div class="region region-header"><div class="site-branding__name"><a href="/" rel="home">{a['outlet']}</a></div><nav role="navigation" class="menu--main"><ul class="menu"><li class="menu-item"><a href="/news">News</a></li><li class="menu-item"><a href="/topics">Topics</a></li><li class="menu-item"><a href="/contact">Contact</a></li></ul></nav></div></header>
<main role="main"><div class="region region-content"><nav class="breadcrumb" role="navigation"><ol><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ol></nav>
<article class="node node--type-article node--view-mode-full"><h1 class="page-header"><span class="field field--name-title">{esc(a['title'])}</span></h1>
<div class="node__meta"><span class="node__submitted">Submitted by <span class="field--name-field-author">{by(a)}</span>{desk} on {us(a['published'], False)}</span></div>
<div class="field field--name-field-deck field__item">{esc(a['dek'])}</div>
{figure(*a['photos'][0])}
<div class="field field--name-body text-formatted field__item">{noted(a, 'top', '<p><strong>', '</strong></p>')}
{body(a, between, dash='–')}
{noted(a, 'end', '<p><em>', '</em></p>')}</div>
<div class="field field--name-field-tags"><div class="field__label">Tags</div><div class="field__item"><a href="/t/1">Region</a></div><div class="field__item"><a href="/t/2">Public life</a></div></div>
<section class="field--name-comment comment-wrapper"><h2 class="title">Comments</h2><article class="comment"><footer class="comment__meta"><span>Visitor (not verified)</span> <a href="#c">Permalink</a></footer><div class="comment__content"><p>My brother works there and he tells a very different story about what happened that week.</p></div></article></section></article></div></main>
<aside class="region region-sidebar-second"><div class="block block-newsletter"><h2>Newsletter</h2><p>The five stories that matter, picked by our editors and sent to you at six every evening.</p></div></aside>
<footer class="site-footer"><div class="region region-footer"><p>{a['outlet']} is a member of the press council. Reproduction needs our written consent.</p></div></footer></div>
<div class="eu-cookie-compliance-banner"><h2>We use cookies on this site to enhance your user experience</h2><p>By clicking any link on this page you are giving your consent for us to set cookies.</p></div>""", "path-node page-node-type-article")


def nextjs(a):
    """Class names are hashes; the fields stand in the page's state and in data."""
    state = {"props": {"pageProps": {"article": {"id": a["id"], "headline": a["title"], "standfirst": a["dek"], "publishedAt": a["published"], "updatedAt": a["updated"], "authors": [{"name": name} for name in a["authors"]]}}}, "page": "/[section]/[slug]"}
    figure = lambda c, k: f'<figure class="css-1a2b3c"><div class="css-x9"><img src="x.jpg" alt=""></div><figcaption class="css-8kq2w"><span>{esc(c)}</span><span class="css-cr1">{esc(k)}</span></figcaption></figure>'
    between = {2: f'<div class="css-7dd" data-testid="inline-newsletter"><p class="css-a1">The Briefing</p><p class="css-a2">What happened while you slept, in two minutes. Free, and sent before breakfast.</p><button>Sign up</button></div>',
               4: f'<div class="css-rel9" data-testid="related-links"><p class="css-a3">Read next</p><a href="{address(others(a)[1])}">{esc(others(a)[1]["title"])}</a></div>',
               1: "".join(figure(*photo) for photo in a["photos"][1:])}
    desk = f'<span class="css-1org">{agency(a)}</span>' if agency(a) else ""
    return document(a, social(a) + linked_data(a), f"""<div id="__next"><header class="css-hd0"><a href="/">{a['outlet']}</a><button aria-label="Menu">Menu</button><a href="/account">Log in</a></header>
<main class="css-mn4"><article><div class="css-h1w"><h1 class="css-99z">{esc(a['title'])}</h1><p class="css-std" data-testid="standfirst">{esc(a['dek'])}</p>
<div class="css-by7"><p>By <span data-testid="byline-name">{by(a)}</span></p>{desk}<p class="css-dt3"><time datetime="{a['published']}">{us(a['published'])}</time></p>{f'<p class="css-dt4">Last updated <time datetime="{a["updated"]}">{us(a["updated"])}</time></p>' if a['updated'] else ''}</div></div>
{figure(*a['photos'][0])}
<div class="css-bdy">{noted(a, 'top', '<p class="css-nt2">')}
{body(a, between, p='<p class="css-p0a">', h='<h2 class="css-sub">', q='<blockquote class="css-pq"><p>{}</p></blockquote>', dash='—')}
{noted(a, 'end', '<p class="css-nt2">')}</div></article>
<section class="css-mr2"><h2>More in News</h2><div class="css-grid">{links(a, 3, 3, '<a class="css-card" href="{}"><h3>{}</h3></a>')}</div></section></main>
<footer class="css-ft0"><p>© 2031 {a['outlet']} Media Group</p><a href="/privacy">Privacy</a><a href="/cookies">Cookie settings</a></footer></div>
<div class="css-ck1" role="dialog" aria-label="Cookies"><h2>Your privacy</h2><p>We use cookies to keep the site working, to remember what you read and to show you advertisements. You can change your mind whenever you like.</p></div>
<script id="__NEXT_DATA__" type="application/json">{json.dumps(state)}</script>""")


def ghost(a):
    figure = lambda c, k: f'<figure class="kg-card kg-image-card kg-card-hascaption"><img src="x.jpg" class="kg-image"><figcaption><span>{esc(c)} / {esc(k)}</span></figcaption></figure>'
    between = {2: "".join(figure(*photo) for photo in a["photos"][1:]), 3: '<div class="kg-card kg-signup-card"><h2>Read us by mail</h2><p>Join 12,000 readers who get our best reporting every Sunday.</p><form><button>Subscribe</button></form></div>',
               5: f'<figure class="kg-card kg-bookmark-card"><a class="kg-bookmark-container" href="{address(others(a)[0])}"><div class="kg-bookmark-content"><div class="kg-bookmark-title">{esc(others(a)[0]["title"])}</div><div class="kg-bookmark-description">{esc(others(a)[0]["dek"])}</div></div></a></figure>'}
    desk = f" | {agency(a)}" if agency(a) else ""
    photo = a["photos"][0]
    return document(a, social(a) + linked_data(a, "Article"), f"""<div class="gh-viewport"><header id="gh-navigation" class="gh-navigation"><a class="gh-navigation-logo" href="/">{a['outlet']}</a><nav class="gh-navigation-menu"><ul class="nav"><li><a href="/">Home</a></li><li><a href="/about/">About</a></li></ul></nav><a href="#/portal/signin">Sign in</a></header>
<main class="gh-main"><article class="gh-article post tag-news"><header class="gh-article-header gh-canvas"><a class="gh-article-tag" href="/tag/news/">News</a><h1 class="gh-article-title">{esc(a['title'])}</h1><p class="gh-article-excerpt">{esc(a['dek'])}</p>
<div class="gh-article-meta"><h4 class="gh-article-author-name">{by(a, '/author')}{desk}</h4><div class="gh-article-meta-content"><time class="gh-article-meta-date" datetime="{a['published'][:10]}">{when(a['published']).strftime('%d %b %Y')}</time><span class="gh-article-meta-length"> — 3 min read</span></div></div>
<figure class="gh-article-image"><img src="x.jpg"><figcaption>{esc(photo[0])} / {esc(photo[1])}</figcaption></figure></header>
<section class="gh-content gh-canvas">{noted(a, 'top', '<div class="kg-card kg-callout-card"><div class="kg-callout-text">', '</div></div>')}
{body(a, between)}
{noted(a, 'end', '<div class="kg-card kg-callout-card"><div class="kg-callout-text">', '</div></div>')}</section></article>
<div class="gh-comments"><header><h2>Member discussion</h2><span>1 comment</span></header><p>Thank you for going back to this when everyone else had moved on to something new.</p></div>
<section class="gh-container read-more"><h2>Read more</h2><div class="gh-feed">{links(a, 3, 4, '<article class="gh-card"><a class="gh-card-link" href="{}"><h3 class="gh-card-title">{}</h3><p class="gh-card-excerpt">The paper has followed this for months, and here is what it found.</p></a></article>')}</div></section></main>
<footer class="gh-footer"><p>{a['outlet']} © 2031</p><a href="/privacy/">Privacy policy</a></footer></div>""", "post-template", a["title"])


def brightspot(a):
    figure = lambda c, k: f'<figure class="Figure"><img class="Image" src="x.jpg"><div class="Figure-content"><figcaption class="Figure-caption">{esc(c)}</figcaption><div class="Figure-credit">{esc(k)}</div></div></figure>'
    between = {2: f'<div class="Enhancement"><div class="PromoSmall"><div class="PromoSmall-category"><a href="/world">World</a></div><div class="PromoSmall-title"><a href="{address(others(a)[0])}">{esc(others(a)[0]["title"])}</a></div></div></div>',
               4: "".join(f'<div class="Enhancement">{figure(*photo)}</div>' for photo in a["photos"][1:]) + '<div class="Enhancement"><ps-newsletter class="NewsletterModule"><div class="NewsletterModule-title">Morning edition</div><div class="NewsletterModule-description">Start the day with the stories that our reporters are following.</div></ps-newsletter></div>'}
    head = social(a) + f'<meta property="article:published_time" content="{a["published"]}">' + (f'<meta property="article:modified_time" content="{a["updated"]}">' if a["updated"] else "")
    desk = f'<div class="ArticlePage-source">{agency(a)}</div>' if agency(a) else ""
    return document(a, head, f"""<ps-header class="Page-header"><nav class="Navigation"><ul class="Navigation-items"><li><a href="/world">World</a></li><li><a href="/us">Nation</a></li><li><a href="/sports">Sports</a></li></ul></nav><div class="Page-header-donate"><a href="/donate">Donate</a></div></ps-header>
<main class="ArticlePage-main"><div class="ArticlePage-breadcrumbs"><a href="/news">News</a></div><h1 class="ArticlePage-headline">{esc(a['title'])}</h1><h2 class="ArticlePage-subHeadline">{esc(a['dek'])}</h2>
<div class="ArticlePage-byline"><div class="ArticlePage-authorBy">By {by(a, '/people')}</div>{desk}<div class="ArticlePage-datePublished">Published {us(a['published'])}</div>{f'<div class="ArticlePage-dateModified">Updated {us(a["updated"])}</div>' if a['updated'] else ''}</div>
<ps-actionbar class="ActionBar"><ul><li><a href="#">Facebook</a></li><li><a href="#">Email</a></li></ul></ps-actionbar>
<div class="ArticlePage-lead">{figure(*a['photos'][0])}</div>
<div class="ArticlePage-articleBody RichTextArticleBody">{noted(a, 'top', '<div class="ArticlePage-correction">', '</div>')}
{body(a, between)}
{noted(a, 'end', '<div class="ArticlePage-correction">', '</div>')}</div>
<div class="Tags">Tags <a href="/tags/region">Region</a> <a href="/tags/law">Law</a></div>
<div class="AuthorBio"><a class="AuthorBio-link" href="/people">{a['authors'][0]}</a><div class="AuthorBio-description">{a['authors'][0]} covers the region for {a['outlet']} and used to teach history.</div><a href="#">See stories by {a['authors'][0]}</a></div>
<div class="ListRelated"><div class="List-header">Latest Stories</div><ul class="List-items">{links(a, 4, 5)}</ul></div></main>
<footer class="Page-footer"><div class="Page-footer-disclaimer">© 2031 {a['outlet']}</div><ul><li><a href="/contact">Contact us</a></li><li><a href="/careers">Careers</a></li></ul></footer>""")


def escenic(a):
    """A CUE front end: blocks named after their part, a teaser of the paywall, no data."""
    between = {1: "".join(f'<div class="article-photo--inline"><img src="x.jpg"><p class="article-photo__caption">{esc(c)} <span class="article-photo__byline">{esc(k)}</span></p></div>' for c, k in a["photos"][1:]),
               3: f'<div class="article-teaser-inline"><span class="vignette">Also read</span> <a href="{address(others(a)[2])}">{esc(others(a)[2]["title"])}</a></div>',
               5: '<div class="subscription-offer"><p>Reading on paper at the weekend? Try four weekends for the price of one.</p><a href="/offer">To the offer</a></div>'}
    c, k = a["photos"][0]
    desk = f'<li class="article-agency">{agency(a)}</li>' if agency(a) else ""
    return document(a, social(a) + f'<meta name="publication_date" content="{a["published"]}">', f"""<div id="wrapper" class="pancake"><div class="masthead"><a href="/">{a['outlet']}</a><ul class="main-menu"><li><a href="/inland">Home news</a></li><li><a href="/wirtschaft">Economy</a></li><li><a href="/kultur">Culture</a></li></ul></div>
<div class="article article--default"><header class="article__header"><div class="article__kicker">Region</div><h1 class="article__title">{esc(a['title'])}</h1><p class="article__lead-text standfirst">{esc(a['dek'])}</p>
<ul class="article__meta"><li class="article-author">By {by(a)}</li>{desk}<li class="article-date">Published: {when(a['published']).strftime('%d %B %Y, %H:%M')}</li>{f'<li class="article-date article-date--changed">Updated: {when(a["updated"]).strftime("%d %B %Y, %H:%M")}</li>' if a['updated'] else ''}</ul></header>
<div class="article-photo"><img src="x.jpg"><p class="article-photo__caption">{esc(c)} <span class="article-photo__byline">{esc(k)}</span></p></div>
<div class="article__body">{noted(a, 'top', '<p class="article__remark">')}
{body(a, between, p='<p class="text">', h='<h3 class="intermezzo">', q='<div class="pullquote"><blockquote>{}</blockquote></div>', ul='<ul class="article-list">', dash='-', em='<b>{}</b>')}
{noted(a, 'end', '<p class="article__remark">')}</div>
<div class="article__share"><span>Share</span><a href="#">WhatsApp</a><a href="#">Mail</a></div></div>
<div class="column column--related"><h4 class="related__heading">More on this</h4><ul>{links(a, 3, 6)}</ul></div>
<div class="comments-block"><h4>Comments (14)</h4><p class="comment-text">If that had been my shop, the authorities would have come on the very first day.</p></div>
<div class="footer"><p>{a['outlet']} - Imprint - Privacy - Terms</p></div></div>
<div class="didomi-notice"><p>With your agreement, we and our partners use cookies or similar technologies to store and access personal data like your visit on this website.</p></div>""")


def broadcaster(a):
    """A public broadcaster: blocks of components, captions under "Image caption", related topics."""
    credit = lambda k: k if k.startswith("Image source") else "Image source, " + k
    figure = lambda c, k: f'<div data-component="image-block"><figure class="ssrcss-fig"><div><span class="ssrcss-credit" role="text">{esc(credit(k))}</span></div><figcaption class="ssrcss-cap" data-component="caption"><span class="visually-hidden">Image caption, </span>{esc(c)}</figcaption></figure></div>'
    block = lambda inner: f'<div data-component="text-block" class="ssrcss-blk"><div class="ssrcss-rich">{inner}</div></div>'
    topics = f'<div data-component="links-block"><p>Related topics</p><ul>{links(a, 2, 2)}</ul></div>'
    lines = body(a, {3: topics, 4: "".join(figure(*photo) for photo in a["photos"][1:])}, h='<h2 class="ssrcss-sh">', dash='–', wrap=block("{}"))
    desk = f'<div class="ssrcss-role">{agency(a)}</div>' if agency(a) else ""
    updated = f'<div data-component="metadata-block"><span>Updated <time data-testid="timestamp" datetime="{a["updated"]}">{when(a["updated"]).strftime("%-d %B %Y")}</time></span></div>' if a["updated"] else ""
    return document(a, social(a) + linked_data(a, "ReportageNewsArticle"), f"""<header role="banner"><nav aria-label="{a['outlet']}"><a href="#main">Skip to content</a><a href="/help">Accessibility help</a><ul><li><a href="/">Home</a></li><li><a href="/weather">Weather</a></li><li><a href="/sounds">Sounds</a></li></ul></nav></header>
<main id="main-content"><article class="ssrcss-art"><header data-component="headline-block"><h1 id="main-heading" class="ssrcss-hd">{esc(a['title'])}</h1></header>
<div data-component="metadata-block"><span>Published <time data-testid="timestamp" datetime="{a['published']}">{when(a['published']).strftime('%-d %B %Y')}</time></span></div>{updated}
<div data-component="byline-block"><div class="ssrcss-who">By {by(a)}</div>{desk}</div>
{figure(*a['photos'][0])}
{block(f'<p class="ssrcss-intro standfirst"><b>{esc(a["dek"])}</b></p>')}
{block(noted(a, 'top')) if a['note'][0] == 'top' else ''}
{lines}
{block(noted(a, 'end', '<p><i>', '</i></p>')) if a['note'][0] == 'end' else ''}
<section data-component="topic-list"><h2>Related Topics</h2><ul><li><a href="/t/1">Transport</a></li><li><a href="/t/2">Local government</a></li></ul></section></article>
<section data-component="related-stories"><h2>More on this story</h2><ul>{links(a, 3, 4)}</ul></section>
<section data-component="most-read"><h2>Top stories</h2><ol>{links(a, 3, 7)}</ol></section></main>
<footer role="contentinfo"><ul><li><a href="/terms">Terms of Use</a></li><li><a href="/privacy">Privacy Policy</a></li></ul><p>© 2031 {a['outlet']}. We are not responsible for the content of external sites.</p></footer>
<section class="cookie-banner" aria-label="Cookies"><h2>Let us know you agree to cookies</h2><p>We use cookies to give you the best online experience. Please let us know if you agree to all of these cookies.</p><button>Yes, I agree</button><button>No, take me to settings</button></section>""", "", a["title"] + " - " + a["outlet"])


def broadsheet(a):
    """A British daily: standfirst, "First published on", support appeal at the end."""
    figure = lambda c, k: f'<figure class="dcr-fig"><div class="dcr-img"><img src="x.jpg"></div><figcaption class="dcr-cap"><span class="dcr-tri"></span><span class="dcr-txt">{esc(c)}</span> {esc(k)}</figcaption></figure>'
    between = {2: f'<aside class="dcr-rich" data-print-layout="hide"><a href="{address(others(a)[0])}"><h5>{esc(others(a)[0]["title"])}</h5></a><a href="#">Read more</a></aside>',
               4: '<figure data-spacefinder-role="inline" class="element element-email"><aside><h4>Sign up to First Thing</h4><p>Our morning email breaks down the key stories of the day, telling you what is happening and why it matters.</p><span>Privacy Notice: Newsletters may contain information about charities and online ads.</span></aside></figure>',
               5: "".join(figure(*photo) for photo in a["photos"][1:])}
    desk = f" and {agency(a)}" if agency(a) else ""
    modified = f'<details class="dcr-dt"><summary>Last modified on {uk(a["updated"])} GMT</summary>First published on {uk(a["published"])} GMT</details>' if a["updated"] else f'<div class="dcr-dt">{uk(a["published"])} GMT</div>'
    return document(a, social(a) + linked_data(a), f"""<a class="skip" href="#maincontent">Skip to main content</a><header><nav data-component="nav"><ul><li><a href="/">News</a></li><li><a href="/opinion">Opinion</a></li><li><a href="/culture">Culture</a></li></ul></nav><div><h2>Support {a['outlet']}</h2><p>Fund independent journalism with a small amount each month</p></div></header>
<main data-layout="StandardLayout"><article id="maincontent"><div data-gu-name="title"><a href="/world">World news</a></div><div data-gu-name="headline"><h1 class="dcr-h1">{esc(a['title'])}</h1></div>
<div data-gu-name="standfirst"><div class="dcr-std standfirst"><p>{esc(a['dek'])}</p></div></div>
<aside data-gu-name="meta"><address aria-label="Contributor info"><div class="dcr-by">{by(a, '/profile')}{f' in {a["place"].title()}' if a['place'] and a['credited'] is None else ''}{desk}</div></address>{modified}<a href="#comments">18 comments</a></aside>
<div data-gu-name="media">{figure(*a['photos'][0])}</div>
<div data-gu-name="body"><div id="article-body" class="article-body-viewer-selector">{noted(a, 'top', '<p><em>', '</em></p>')}
{body(a, between, h='<h2 id="sub">', q='<blockquote class="quoted"><p>{}</p></blockquote>', dash='–')}
{noted(a, 'end', '<footer class="dcr-foot"><p>', '</p></footer>').replace('<p>', '<p>• ') if a['note'][0] == 'end' else ''}</div>
<div class="submeta"><span>Explore more on these topics</span><ul><li><a href="/uk">Regions</a></li><li><a href="/news">News</a></li></ul></div>
<div id="slot-body-end"><p>I hope you found this useful. Before you go, a word on why this paper has no owner but its readers: nobody tells us what to leave out.</p></div></article>
<section id="comments"><h2>Comments (18)</h2><div class="d-comment"><p>Why has it taken so long for a paper to print what everybody in the town has known?</p></div></section>
<section data-component="most-popular"><h2>Most viewed</h2><ol>{links(a, 5, 3)}</ol></section></main>
<footer><p>© 2031 {a['outlet']} or its affiliated companies. All rights reserved.</p></footer>""", "", f"{a['title']} | World | {a['outlet']}")


def wire(a):
    """An agency's own site: agency's dateline, ad slots, "related stories" in the text."""
    promos = links(a, 3, 1, '<div class="PagePromo-title"><a href="{}">{}</a></div>')
    figure = lambda c, k: f'<bsp-figure><figure class="Figure"><img src="x.jpg"><figcaption class="Figure-caption"><p>{esc(c)} ({esc(k)})</p></figcaption></figure></bsp-figure>'
    between = {1: "".join(figure(*photo) for photo in a["photos"][1:]), 2: '<div class="SovrnAd Advertisement" data-module=""><div>Advertisement</div></div>',
               4: f'<div class="HTMLModuleEnhancement"><div class="PageListEnhancementGeneric"><div class="PageListEnhancementGeneric-header"><div class="PageListEnhancementGeneric-title">Related Stories</div></div><div class="PageList-items">{promos}</div></div></div>'}
    desk = f'<span class="Page-source">{agency(a)}</span>' if agency(a) else ""
    updated = f'<bsp-timestamp class="Page-dateModified"><span>Updated {us(a["updated"])}</span></bsp-timestamp>' if a["updated"] else ""
    return document(a, social(a) + linked_data(a), f"""<header class="Page-header"><div class="Page-header-bar"><button>Menu</button><nav><a href="/world">World</a><a href="/u-s">U.S.</a><a href="/politics">Politics</a></nav></div></header>
<main class="Page-main"><bsp-story-page><div class="Page-twoColumn"><h1 class="Page-headline">{esc(a['title'])}</h1><div class="Page-subheadline subheadline">{esc(a['dek'])}</div>
<div class="Page-lead">{figure(*a['photos'][0])}</div>
<div class="Page-byline"><div class="Page-authors">By&nbsp;<span class="Link">{by(a)}</span></div>{desk}<bsp-timestamp class="Page-datePublished"><span>Published {us(a['published'])}</span></bsp-timestamp>{updated}</div>
<div class="Page-actions"><bsp-share><span>Share</span><ul><li><a href="#">Copy</a></li><li><a href="#">Print</a></li></ul></bsp-share></div>
<div class="RichTextStoryBody RichTextBody">{noted(a, 'top')}
{body(a, between)}
<p>_____</p>
{noted(a, 'end')}</div>
<div class="Page-authorInfo"><div class="AuthorInfo-bio">{a['authors'][0].split()[-1]} reports on courts and disasters from the north-west and has worked in nine countries.</div></div></div>
<aside class="Page-aside"><div class="PageListRightRail"><div class="PageListRightRail-title">Most read</div><ol>{links(a, 5, 5)}</ol></div></aside></bsp-story-page></main>
<footer class="Page-footer"><p>Founded by editors who wanted to share one telegraph line, this service is an independent global news organization dedicated to factual reporting.</p><p>Copyright 2031. All Rights Reserved.</p></footer>
<div id="onetrust-banner-sdk" role="alertdialog"><div id="onetrust-policy-text">By clicking “Accept all”, you agree to the storing of cookies on your device to enhance site navigation and analyze site usage.</div></div>""")


def microdata(a):
    """A regional daily: schema.org properties in the elements, tables of links, no JSON."""
    photo = lambda c, k: f'<div class="photo" itemprop="image" itemscope itemtype="https://schema.org/ImageObject"><img src="x.jpg" itemprop="url"><div itemprop="caption">{esc(c)}</div><div itemprop="copyrightHolder">{esc(k)}</div></div>'
    between = {2: "".join(photo(*p) for p in a["photos"][1:]), 3: f'<div class="linkbox"><b>See also:</b><br><a href="{address(others(a)[0])}">{esc(others(a)[0]["title"])}</a><br><a href="{address(others(a)[1])}">{esc(others(a)[1]["title"])}</a></div>'}
    people = "; ".join(f'<span itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">{name}</span></span>' for name in a["authors"])
    desk = f' <span itemprop="sourceOrganization">{agency(a)}</span>' if agency(a) else ""
    return document(a, "", f"""<table id="top"><tr><td><a href="/">{a['outlet']}</a></td><td><a href="/abo">Subscriptions</a></td><td><a href="/epaper">E-paper</a></td></tr></table>
<div id="menu"><a href="/towns">Towns</a> | <a href="/sport">Sport</a> | <a href="/events">Events</a> | <a href="/notices">Death notices</a></div>
<div id="content" itemscope itemtype="https://schema.org/NewsArticle"><meta itemprop="publisher" content="{a['outlet']}">
<h1 itemprop="headline">{esc(a['title'])}</h1><div class="vorspann" itemprop="description">{esc(a['dek'])}</div>
<div class="info">{people}{desk} <meta itemprop="datePublished" content="{a['published']}"><span class="date">{when(a['published']).strftime('%d/%m/%Y - %H:%M')}</span>{f'<span itemprop="dateModified" content="{a["updated"]}">Last change: {when(a["updated"]).strftime("%d/%m/%Y - %H:%M")}</span>' if a['updated'] else ''}</div>
{photo(*a['photos'][0])}
<div itemprop="articleBody">{noted(a, 'top', '<p><b>', '</b></p>')}
{body(a, between, h='<h4>', q='<blockquote>{}</blockquote>', dash='-', em='<strong>{}</strong>')}
{noted(a, 'end', '<p class="redaktion">')}</div>
<div class="tools"><a href="#">Print</a> <a href="#">Send</a> <a href="#">Larger type</a></div></div>
<div id="right"><div class="box"><h3>Weather</h3><p>Tomorrow: 14 degrees, showers from the west in the afternoon, drier later.</p></div><div class="box"><h3>Most clicked</h3><ol>{links(a, 5, 2)}</ol></div></div>
<div id="kommentare"><h3>Readers' letters</h3><p>It is always the same: first nobody is in charge, and then everyone knew about it all along.</p></div>
<div id="bottom">All contents © {a['outlet']} 2031 | Imprint | Data protection</div>""", "", f"{a['title']} - {a['outlet']}")


def letter(a):
    """A newsletter platform: subtitle, likes, subscribe widgets, a discussion."""
    figure = lambda c, k: f'<div class="captioned-image-container"><figure><a class="image-link" href="x.jpg"><img src="x.jpg"></a><figcaption class="image-caption">{esc(c)} {esc(k)}.</figcaption></figure></div>'
    between = {1: "".join(figure(*photo) for photo in a["photos"]), 3: '<div class="subscription-widget-wrap"><div class="subscription-widget"><p class="cta-caption">Thanks for reading! Subscribe for free to receive new posts and support my work.</p><form><button>Subscribe</button></form></div></div>',
               5: f'<div class="embedded-post-wrap"><a class="embedded-post" href="{address(others(a)[1])}"><div class="embedded-post-title">{esc(others(a)[1]["title"])}</div><div class="embedded-post-body">We spent a week with the people who had to decide, and came away with more questions…</div><div class="embedded-post-meta">2 months ago · 41 likes</div></a></div><p class="button-wrapper"><a class="button primary" href="#">Share</a></p>'}
    desk = f', {agency(a)}' if agency(a) else ""
    return document(a, social(a) + linked_data(a), f"""<div id="entry"><div class="main-menu"><div class="topbar"><a class="navbar-title-link" href="/">{a['outlet']}</a><button>Subscribe</button><button>Sign in</button></div></div>
<div class="single-post-container"><article class="typography newsletter-post post"><div class="post-header"><h1 class="post-title published">{esc(a['title'])}</h1><h3 class="subtitle">{esc(a['dek'])}</h3>
<div class="byline-wrapper"><div class="profile-hover-card-target">{by(a, '/@me')}{desk}</div><div class="pencraft meta-date">{when(a['published']).strftime('%b %d, %Y')}</div></div>
<div class="post-ufi"><a class="like-button">112</a><a class="comment-button">9</a><button>Share</button></div></div>
<div class="available-content"><div class="body markup">{noted(a, 'top', '<p><em>', '</em></p>')}
{body(a, between, h='<h3 class="header-anchor-post">', q='<div class="pullquote"><blockquote><p>{}</p></blockquote></div>')}
{noted(a, 'end', '<div><hr></div><p><em>', '</em></p>')}</div></div></article>
<div id="discussion"><h4>Discussion about this post</h4><div class="comment"><div class="comment-meta">Odile, 3h</div><div class="comment-body"><p>Subscribed after reading this. I had no idea that it was so close to us.</p></div></div></div>
<div class="portable-archive"><div class="tabs">Top Latest</div>{links(a, 3, 3, '<div class="post-preview"><a href="{}">{}</a><div class="post-preview-description">An account of how it came to this</div></div>')}<div>Ready for more?</div></div></div>
<div class="footer"><span>© 2031 {a['outlet']}</span> ∙ <a href="/privacy">Privacy</a> ∙ <a href="/terms">Terms</a> ∙ <a href="/notice">Collection notice</a></div></div>""", "", a["title"] + " - by " + names(a))


SYSTEMS = [wordpress, arc, drupal, nextjs, ghost, brightspot, escenic, broadcaster, broadsheet, wire, microdata, letter]

def main():
    pages = HERE / "pages"
    pages.mkdir(exist_ok=True)
    for old in pages.glob("*.html"):
        old.unlink()
    for number, system in enumerate(SYSTEMS):
        for step in (0, 1, 3, 6, 8):
            a = ARTICLES[(number + step) % len(ARTICLES)]
            text = "\n".join(line for line in system(a).split("\n") if line.strip())
            (pages / f"{system.__name__}-{a['id']}.html").write_text(text + "\n")


main()
