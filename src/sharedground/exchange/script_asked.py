"""What a reviewer is asked, what they may refuse, and the last page: overall words, credit, how they are entered."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from sharedground.exchange.paper import Block, Heading, NewPage, Paragraph, Points, Room, Typed, seen

ASKED = (
    "Where it does not ring true: the people, the place, the words.",
    "Where somebody is drawn unfairly, or is there only as a threat, a victim or a saint.",
    "Whether a good colleague could take each option, for the reason given.",
    "What an option costs or gives somebody that is missing, or that is not so.",
    "Where it could hurt someone who reads it, tells how harm was done, or comes near a real case.",
    "Where the law, a duty or a study is wrong.",
)
MAY = (
    "You may say no. You need give no reason, and it must make no difference to your care or your work.",
    "You may stop at any time, leave out any part, or say afterwards that nothing you wrote may be used.",
    "You should be paid. Ask how much, how and when before you begin. "
    "If you receive benefits, first ask for advice on what a payment does to them.",
    "You choose your credit: a name that you give, only as whom you read it, or no mention at all. "
    "You can change your mind later. Copies that others already have will still say what they say.",
    "Write about the story and not about people you know. Nobody should be recognised in your notes.",
)
SEATS = {
    "From lived experience": (
        "Is the person whole: someone with days, tastes and reasons, or only a problem?",
        "At each decision, what would you have wanted, and what did nobody ask?",
        "What should someone who has been there know before they open it?",
    ),
    "As a carer, family or friend": (
        "Is the family drawn as families are: with limits, with other people to look after, and not always kind?",
        "What does each option do at home that is not in the table?",
        "Was anything expected of the family that they could not say no to?",
    ),
    "As a clinician": (
        "Are the pressures the ones you know, and is caution given its due?",
        "Are the law, the duties and who decides right, for this nation and this date?",
        "Is each sentence on studies fair to what you know of them?",
    ),
}


def asked(story: Iterable[Block], help_lines: dict[str, Any]) -> Iterator[Block]:
    """The first pages: what the story is, what is asked, what the reviewer may refuse, and whom to call."""
    yield from story
    yield Heading(2, "What we ask of you")
    yield Paragraph(
        "This is a story for training mental-health staff. Everybody in it is made up. At each decision staff choose, "
        "and then see what every option costs and gives, and whom. Before others use it, we ask people who know such "
        "moments from within to read it. As you read, please tell us:"
    )
    yield Points(ASKED)
    yield Paragraph(
        "Write on the paper, as much or as little as you like. To point at something, give its number: 3.12 is line 12 "
        "of scene 3. The number in square brackets is for the author: the line in the file."
    )
    yield Heading(2, "What you may choose")
    yield Points(MAY)
    yield Room("Who asks you, and how to reach them:", 1)
    yield Room("What you are paid, how and when:", 1)
    yield Room("Wanted back by, and who keeps this paper until when:", 1)
    yield Heading(2, "If reading this stirs something up")
    yield Paragraph("Put it down. It can wait, or go back unread. Somebody is awake now:")
    yield Points(tuple(_help(line) for line in [*help_lines["awake_now"], *help_lines["national"]]))
    yield Paragraph(seen(help_lines["note"]), small=True)


def _help(line: dict[str, str]) -> str:
    called = seen(" ".join(part for part in (line["label"], line["phone"]) if part))
    detail = f". {seen(line['detail'])}" if line["detail"] else "."
    return called + detail + (f" (Checked {seen(line['checked'])}.)" if line["checked"] else "")


def overall() -> Iterator[Block]:
    """The last page for the reviewer: as whom, what overall, and which credit."""
    yield NewPage()
    yield Heading(2, "Your words on the whole")
    yield Paragraph("I read this:")
    yield Points(("from lived experience", "as a carer, family or friend", "as a clinician", "otherwise"), to_tick=True)
    for heading, questions in SEATS.items():
        yield Heading(3, heading)
        yield Points(questions)
        yield Room("Your words:", 4)
    yield Heading(3, "Anything else")
    yield Room("Your words:", 5)
    yield Heading(3, "Your credit")
    yield Points(
        (
            "with this name",
            "without a name: only as whom I read it, and the month",
            "no mention, and it counts as no review",
        ),
        to_tick=True,
    )
    yield Room("Name, as it should stand:", 1)


def entered(file: str, line: int, made_on: date) -> Iterator[Block]:
    """For the author: how what came back is entered under ``reviewed_by``."""
    month = f"{made_on:%Y-%m}"
    yield NewPage()
    yield Heading(2, "For the author: what to do with what comes back")
    yield Points(
        (
            "Answer every note, by its number: changed, or why not. Show the reviewer the answers.",
            "Only then enter the review. Whoever wants no mention is not entered.",
            f"It is entered in {seen(file)}, at reviewed_by, on line {line}. "
            "who is one of: lived experience, carer, clinician. date is the month. Leave credit out for no name.",
        )
    )
    yield Typed(
        "  reviewed_by:\n"
        f"    - {{who: lived experience, date: {month}, credit: the name they gave}}\n"
        f"    - {{who: carer, date: {month}}}"
    )
    yield Paragraph("Everyone who plays the scenario then reads who has reviewed it, and who has not yet.")
