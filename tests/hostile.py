"""Fifty things a hostile author might write, and a scenario that says one of them wherever it can say anything."""

from scenario_builder import scenario_from
from sharedground.scenario import Scenario

HOSTILE = (
    "<script>window.ran = 1</script>",
    "</script><script>window.ran = 1</script>",
    "</SCRIPT ><sCrIpT>window.ran = 1//",
    "<script src=//evil.example/a.js></script>",
    "<script type=module>import '//evil.example/a.js'</script>",
    "<img src=x onerror=window.ran=1>",
    "<img src='//evil.example/a.png'>",
    "<img/src=`x`onerror=window.ran=1>",
    '<IMG SRC="javascript:window.ran=1">',
    '<img srcset="//evil.example/a.png 1x">',
    "<svg onload=window.ran=1>",
    "<svg><script>window.ran=1</script></svg>",
    "<svg><a xlink:href='javascript:window.ran=1'><text>press</text></a></svg>",
    "<svg><animate onbegin=window.ran=1 attributeName=x dur=1s>",
    "<svg><foreignObject><iframe srcdoc='<script>parent.ran=1</script>'></iframe></foreignObject></svg>",
    "<svg><use href='//evil.example/a.svg#x'/></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=window.ran=1>",
    "<iframe src='javascript:parent.ran=1'></iframe>",
    "<iframe srcdoc='&lt;script&gt;parent.ran=1&lt;/script&gt;'></iframe>",
    "<object data='//evil.example/a.swf'></object>",
    "<embed src='//evil.example/a.swf'>",
    "<link rel=stylesheet href='//evil.example/a.css'>",
    "<style>@import '//evil.example/a.css'; * { background: url(//evil.example/a.png) }</style>",
    "<base href='//evil.example/'>",
    "<meta http-equiv=refresh content='0;url=//evil.example/'>",
    "<form action='//evil.example/'><button>press</button></form>",
    "<input autofocus onfocus=window.ran=1>",
    "<details open ontoggle=window.ran=1>",
    "<video><source onerror=window.ran=1></video>",
    "<audio src=x onerror=window.ran=1>",
    "<body onload=window.ran=1>",
    "<marquee onstart=window.ran=1>",
    "<div style='background:url(//evil.example/a.png)'>",
    "<p onclick=window.ran=1 onmouseover=window.ran=1>press</p>",
    "<a href='javascript:window.ran=1'>press</a>",
    "<a href='java&#115;cript:window.ran=1'>press</a>",
    "[press](javascript:window.ran=1)",
    "[press](//evil.example/)",
    "![picture](https://evil.example/a.png)",
    "![picture](//evil.example/a.png)",
    "<https://evil.example/>",
    "[press][1]\n\n[1]: javascript:window.ran=1",
    "&lt;script&gt;window.ran=1&lt;/script&gt;",
    "&#60;img src=x onerror=window.ran=1&#62;",
    "<!--><script>window.ran=1</script>-->",
    "]]><script>window.ran=1</script>",
    "{{ 7 * 7 }} {% raw %} ${window.ran=1} <%= 7 * 7 %>",
    "'; window.ran = 1; '\"; window.ran = 1; \"",
    "\u202egnp.exe \u2066right to left\u2069 \u200bhidden\u200d",
    "<noscript><p title='</noscript><img src=x onerror=window.ran=1>'>",
    "<template><script>window.ran=1</script></template>",
    "<x-y><slot onslotchange=window.ran=1></slot></x-y>",
)

TEXTS = {
    "heading",
    "text",
    "in_short",
    "question",
    "known",
    "not_known",
    "who_decides",
    "label",
    "reasoning",
    "handover",
}
LISTS = {"pressures", "could_also", "whatever_you_choose", "discuss", "content_notes", "what_matters"}


def hostile_scenario(words: str) -> Scenario:
    """The small scenario of the tests with `words` for every text; no check has seen it."""

    def said(part: object, key: str = "") -> object:
        if isinstance(part, dict):
            spoken = key in {"voices", "diary"}
            return {name: words if spoken else said(value, name) for name, value in part.items()}
        if isinstance(part, (list, tuple)):
            return [words if key in LISTS else said(each, key) for each in part]
        return words if key in TEXTS and isinstance(part, str) else part

    plain = said(scenario_from().model_dump())
    assert isinstance(plain, dict)
    plain["title"] = plain["summary"] = words
    for person in plain["people"].values():
        person["name"] = person["job"] = words
    plain["about"]["drafted_by"] = plain["about"]["basis"] = words
    plain["about"]["reviewed_by"] = [{"who": "carer", "date": "2026-11", "credit": words}]
    return Scenario.model_validate(plain).named("hostile")
