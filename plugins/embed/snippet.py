"""What a municipality pastes, and what a site that asks for it by oEmbed receives.

oEmbed: https://oembed.com/, version 1.0, type «rich».
"""

from __future__ import annotations

import json
from html import escape

HEIGHT = 600
"""Of a frame, in CSS pixels, unless a municipality chooses another."""
SANDBOX = "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox"
"""What a frame needs of the page around it; no form, no navigation of that page."""
_WIDTH = 800
"""What oEmbed wants to know; the frame takes the room it is given."""


def iframe(address: str, title: str, height: int | str = HEIGHT) -> str:
    """A frame: works where scripts are stripped, fetched only when it comes in sight."""
    return (
        f'<iframe src="{escape(address)}" title="{escape(title)}" width="100%" height="{height}"'
        ' loading="lazy" referrerpolicy="no-referrer" allow="geolocation"'
        f' sandbox="{SANDBOX}"'
        ' style="border:0"></iframe>'
    )


def link(address: str, title: str) -> str:
    """What remains where a frame is stripped or blocked: the page itself."""
    return f'<a href="{escape(address)}">{escape(title)}</a>'


def line(address: str, title: str, page: str, height: int | str = HEIGHT) -> str:
    """The line to paste: the frame of `address`, and a link to the `page` that says the same."""
    return f"{iframe(address, title, height)}<p>{link(page, title)}</p>"


def title_of(name: str) -> str:
    """The title of a frame: «Labège : où se faire aider avec internet»."""
    return f"{name} : où se faire aider avec internet"


def oembed(root: str, site_name: str, url: str, name: str, page: str) -> str:
    """The oEmbed answer for a territory called `name`; `root`: public address of the site; `url`,
    `page`: addresses of its frame and of its page from there.

    WordPress shows what it quotes until the frame tells its height, then the frame: the link is in
    such a quotation (wp-includes/embed.php, `wp_filter_oembed_result`).
    """
    title = title_of(name)
    answer = {
        "version": "1.0",
        "type": "rich",
        "provider_name": site_name,
        "provider_url": f"{root}/",
        "title": title,
        "html": f"<blockquote>{link(root + page, title)}</blockquote>{iframe(root + url, title)}",
        "width": _WIDTH,
        "height": HEIGHT,
        "cache_age": 86400,
    }
    return json.dumps(answer, ensure_ascii=False, indent=1) + "\n"
