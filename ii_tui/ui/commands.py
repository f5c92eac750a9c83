"""Every command once: its id, default keys, words for the key line, help, and action.

Bindings, the key line, `?`, the anything dialog and `ii-tui keys` are all drawn from this list,
so none of them can say something else than what a key does. `ui/keymap.py` holds the keys that
are bound now.
"""

from __future__ import annotations

from collections.abc import Mapping

from textual.binding import Binding, BindingType

from ii_tui.lazy import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that can be done."""

    id: str
    """fixed for good: `[keys]` rebinds by it"""
    keys: str
    """default keys as Textual names them, separated by commas"""
    words: str
    """a word or two for the key line"""
    help: str
    """one sentence for help and the anything dialog, verb first"""
    action: str
    """a Textual action of the screen or the app"""

    @property
    def scope(self) -> str:
        """Where it works: the first part of the id."""
        return self.id.partition(".")[0]


COMMANDS: tuple[Command, ...] = (
    # Everywhere
    Command("go.today", "1", "Today", "Go to Today: what is owed now", "go(1)"),
    Command("go.board", "2", "Board", "Go to the Board: every interview by its stage", "go(2)"),
    Command("go.contacts", "3", "Contacts", "Go to Contacts: everyone you know", "go(3)"),
    Command("go.companies", "4", "Companies", "Go to Companies: where you want to be", "go(4)"),
    Command("go.messages", "5", "Messages", "Go to Messages: drafts and what was sent", "go(5)"),
    Command("go.meetings", "6", "Meetings", "Go to Meetings: coming and past", "go(6)"),
    Command("go.figures", "7", "Figures", "Go to Figures: honest counts", "go(7)"),
    Command(
        "app.anything", "colon,ctrl+p", "anything", "Find a person, company or command", "anything"
    ),
    Command("app.help", "question_mark", "help", "Show the keys of this screen", "help"),
    Command("app.undo", "u,ctrl+z", "undo", "Take the last change back", "undo"),
    Command("app.redo", "ctrl+r,ctrl+y", "redo", "Do again what was taken back", "redo"),
    Command("app.add", "", "add a person", "Add a person from one line", "add_person"),
    Command("app.import", "", "import", "Import your LinkedIn connections", "import_file"),
    Command("app.triage", "", "sort ties", "Say how well you know everyone", "triage"),
    Command("app.quiet", "", "went quiet", "Look through what went quiet: close or keep", "quiet"),
    Command("app.export", "", "export", "Export everything, people or the calendar", "export"),
    Command("app.backup", "", "back up", "Write a checked backup of everything", "backup"),
    Command("app.restore", "", "restore", "Put a backup in place of what is here", "restore"),
    Command("app.history", "", "undo list", "Show what was done, to take it back", "history"),
    Command("app.settings", "", "settings", "Change your settings", "settings"),
    Command("app.theme", "", "theme", "Change the colors: dark, light, the terminal's", "theme"),
    Command("app.method", "", "the method", "Read the method in five steps, and why", "method"),
    Command("app.found", "", "found a job", "I found the job: tell everyone who helped", "found"),
    Command("app.redraw", "ctrl+l", "draw anew", "Draw the screen anew", "app.draw_anew"),
    Command("app.out", "escape", "back", "One step out", "out"),
    Command("app.quit", "q,ctrl+q", "quit", "Leave; everything is kept", "quit"),
    # A task under the cursor
    Command("task.settle", "enter", "do it", "Do what is owed here", "settle"),
    Command("task.done", "x", "done", "It is done", "task_done"),
    Command("task.later", "z", "later", "Put it off until a day", "task_later"),
    Command("task.skip", "X", "skip", "It need not be done", "task_skip"),
    # A person under the cursor
    Command("person.open", "o", "person", "Open the person's page", "open_person"),
    Command("person.came_in", "r", "came in", "Something came in from them", "came_in"),
    Command("person.message", "m", "message", "Write the fitting message", "message"),
    Command("person.kind", "M", "another message", "Choose a kind of message to write", "kind"),
    Command("person.meeting", "t", "time", "Set or move the meeting", "meeting"),
    Command(
        "person.introduction",
        "I",
        "introduction",
        "Ask for an introduction to them",
        "introduction",
    ),
    Command("person.close", "d", "close", "Close the interview, with a reason", "close"),
    Command(
        "person.thanks", "", "both thanks", "Thank by card and e-mail both, or by one", "thanks"
    ),
    Command("person.start", "b", "to the board", "Put the person on the board", "start"),
    # Moves
    Command(
        "move.forward", "L,greater_than_sign", "move on", "Move a stage forward", "move_stage(1)"
    ),
    Command("move.back", "H,less_than_sign", "move back", "Move a stage back", "move_stage(-1)"),
    Command("move.revive", "v", "revive", "Bring a closed interview back", "revive"),
    # A page over a place
    Command("page.out", "q", "back", "Back to where you came from", "app.out"),
    # A list of people
    Command("people.new", "n", "new", "Add a person from one line", "add_person"),
    Command("people.edit", "e", "edit", "Edit the person", "edit_person"),
    Command("people.close_tie", "w", "how well", "Say how well you know them", "closeness"),
    Command("people.triage", "W", "sort", "Say how well you know everyone here", "triage"),
    Command("people.note", "N", "note", "Keep a note on the person", "note"),
    Command("people.remind", "R", "remind", "Remind me about the person on a day", "remind"),
    Command("people.archive", "a", "archive", "Archive the person, or bring back", "archive"),
    Command(
        "people.blocked", "!", "do not contact", "Block every message, or unblock", "do_not_contact"
    ),
    Command("people.import", "i", "import", "Import your LinkedIn connections", "import_file"),
    Command("people.archived", "Z", "archived", "Show archived people, or the rest", "archived"),
    # The cursor of a list or of the board
    Command("cursor.down", "down,j", "down", "One down", "move(1)"),
    Command("cursor.up", "up,k", "up", "One up", "move(-1)"),
    Command("cursor.left", "left,h", "step before", "To the step before, on the Board", "step(-1)"),
    Command("cursor.right", "right,l", "next step", "To the next step, on the Board", "step(1)"),
    Command("cursor.page_down", "pagedown", "page down", "One page down", "page(1)"),
    Command("cursor.page_up", "pageup", "page up", "One page up", "page(-1)"),
    Command("cursor.first", "home", "first", "To the first one", "first"),
    Command("cursor.top", "g", "first", "To the first one, pressed twice", "first_chord"),
    Command("cursor.last", "end,G", "last", "To the last one", "last"),
    # A list
    Command("list.filter", "slash", "filter", "Narrow the list while you type", "filter"),
    # Single places
    Command("today.waiting", "w", "waiting", "Show who owes you an answer", "waiting"),
    Command("board.closed", "p", "closed", "Show parked and closed interviews", "closed"),
    Command("meetings.open", "enter", "change", "Move the meeting, or change its place", "meeting"),
    Command("meetings.file", "f", "file", "Write the meeting as an .ics file", "ics"),
    Command("meetings.cancel", "d", "cancel", "Cancel the meeting", "cancel_meeting"),
    Command("companies.open", "o", "open", "Open the company's page", "open_company"),
    Command("companies.target", "s", "target", "Mark as a target, or unmark", "target"),
    Command("companies.more", "plus", "want it more", "Raise motivation", "motivation(1)"),
    Command("companies.less", "minus", "want it less", "Lower motivation", "motivation(-1)"),
    Command("companies.new", "n", "new", "Add a company you want as a target", "add_company"),
    Command("companies.edit", "e", "edit", "Edit name, website and notes", "edit_company"),
    Command("companies.order", "y", "order", "Order by name, or targets first", "order"),
    Command("messages.throw", "d", "throw away", "Throw the draft away", "throw_away"),
    # The composer
    Command("compose.finish", "ctrl+s", "finish", "Hand the text over", "finish"),
    Command("compose.next", "tab", "next finding", "Next finding or field", "next_finding"),
    Command(
        "compose.previous", "shift+tab", "finding before", "The one before", "next_finding(-1)"
    ),
    Command("compose.more", "ctrl+o", "more", "Everything else that can be done here", "more"),
    Command("compose.leave", "escape", "leave, kept", "Leave; the text is kept", "leave"),
)

SYNONYMS: Mapping[str, str] = {
    "go.today": "tasks due todo home start",
    "go.board": "kanban pipeline stages columns",
    "go.contacts": "people network list",
    "go.companies": "employers targets lamp",
    "go.messages": "drafts sent outbox mail",
    "go.meetings": "calendar appointments interviews",
    "go.figures": "statistics numbers counts report",
    "app.help": "keys shortcuts manual what can i do",
    "app.undo": "take back revert oops",
    "app.redo": "again repeat",
    "app.add": "new person contact create",
    "app.import": "linkedin csv load bring everyone connections upload",
    "app.triage": "closeness close acquaintance stranger",
    "app.export": "save as download csv json ics file spreadsheet excel",
    "app.backup": "save copy safe dump database",
    "app.restore": "bring back recover load database",
    "app.history": "changes log undo list what happened",
    "app.settings": "preferences options configuration config setup",
    "app.theme": "colours dark light appearance mode",
    "app.method": "why reasons steps help guide tutorial how",
    "app.quit": "exit close leave bye",
    "task.done": "finish complete check",
    "task.later": "snooze postpone defer",
    "task.skip": "drop ignore",
    "person.came_in": "reply answer received called met responded",
    "person.message": "write compose mail email send text",
    "person.kind": "template thank you invite card",
    "person.meeting": "schedule appointment time date coffee",
    "person.close": "archive end declined parked",
    "people.note": "remember write down",
    "people.remind": "reminder follow up date",
    "people.blocked": "block dnc never",
    "people.archive": "delete person remove hide contact",
    "people.edit": "change rename email phone address",
    "list.filter": "search find narrow",
    "meetings.file": "ics calendar export",
    "companies.new": "employer add create",
}
"""Words that a person may type for a command beside its own."""

BY_ID: Mapping[str, Command] = {command.id: command for command in COMMANDS}


def of(*scopes: str) -> tuple[Command, ...]:
    """The commands of these scopes (or single ids), in that order.

    Raises KeyError for a name that is neither: a key that does nothing is seen by nobody.
    """
    found: list[Command] = []
    for scope in scopes:
        some = [command for command in COMMANDS if scope in (command.scope, command.id)]
        if not some:
            raise KeyError(scope)
        found += some
    return tuple(found)


PLACES: Mapping[str, tuple[str, ...]] = {
    "today": (
        "task", "person.open", "person.came_in", "person.message", "person.kind",
        "person.meeting", "person.introduction", "person.close", "people.new", "people.import",
        "today", "list.filter",
    ),
    "board": (
        "task", "person", "move", "people.new", "people.note", "people.remind",
        "people.close_tie", "people.edit", "people.blocked", "people.import", "list.filter",
        "board",
    ),
    "contacts": ("people", "person", "move", "list"),
    "companies": ("companies", "people.import", "people.triage", "list.filter"),
    "messages": (
        "messages", "person.open", "person.message", "person.kind", "people.new", "list.filter",
    ),
    "figures": ("people.new", "people.import"),
    "meetings": (
        "meetings", "person.open", "person.message", "person.kind", "person.came_in", "people.new",
        "person.meeting",
    ),
    "person": (
        "task", "person", "move", "people.edit", "people.close_tie", "people.note",
        "people.remind", "people.archive", "people.blocked", "page",
    ),
    "company": (
        "page", "person", "move", "people.triage", "companies.target", "companies.more",
        "companies.less", "companies.edit",
    ),
    "composer": ("compose",),
}  # fmt: skip
"""What works on which screen, beside what works everywhere: scopes, or single ids."""


def no_key(name: str) -> str:
    """What a command without a key is bound to: a key that no terminal sends.

    So that `[keys]` can give it one, or take it away: Textual changes only bindings that there are.
    """
    return f"no_key_for_{name}"


def bindings(*scopes: str) -> list[BindingType]:
    """Textual bindings of these scopes or ids, each with its id and tooltip."""
    return [
        Binding(command.keys or no_key(command.id), command.action, command.words,
                show=False, id=command.id, tooltip=command.help)
        for command in of(*scopes)
    ]  # fmt: skip
