// What a run says about lines: the one that is executed, those where other tasks wait, and where the time went.
import { RangeSet, StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, GutterMarker, WidgetType, gutter } from "@codemirror/view";

const setMarks = StateEffect.define();
const NONE = { current: null, waiting: [], times: [] };

/** So many names are shown at a line. */
const NAMES = 3;

/** Longer names are shortened, to so many characters; so many of them are the last ones. */
const LONGEST = 20;
const TAIL = 8;

/** The current line keeps this far from the editor's edges, in px. */
const MARGIN = 40;

export function showMarks(view, marks) {
  const before = view.state.field(field).marks.current?.line;
  view.dispatch({ effects: setMarks.of({ ...NONE, ...marks }) });
  const { doc } = view.state;
  const line = marks.current?.line;
  // Who types is not interrupted.
  if (line && line !== before && line <= doc.lines && !view.hasFocus) {
    scrollTo(view, doc.line(line).from);
  }
}

/** Brings a place into the editor's own window, and leaves the page where it is: on a phone the editor may be out of sight. */
function scrollTo(view, offset) {
  const { top, bottom } = view.lineBlockAt(offset);
  const scroller = view.scrollDOM;
  if (top < scroller.scrollTop + MARGIN) {
    scroller.scrollTop = top - MARGIN;
  } else if (bottom > scroller.scrollTop + scroller.clientHeight - MARGIN) {
    scroller.scrollTop = bottom - scroller.clientHeight + MARGIN;
  }
}

/** A name is cut in its middle: names that begin alike often differ at the end. */
function shortened(name) {
  const characters = [...name];
  if (characters.length <= LONGEST) return name;
  return `${characters.slice(0, LONGEST - TAIL - 1).join("")}…${characters.slice(-TAIL).join("")}`;
}

/** Names behind a line: who is there. */
class Names extends WidgetType {
  constructor(kind, names) {
    super();
    this.kind = kind;
    this.names = names;
  }

  eq(other) {
    return this.kind === other.kind && String(this.names) === String(other.names);
  }

  toDOM() {
    const more = this.names.length > NAMES ? ` +${this.names.length - NAMES}` : "";
    const tag = document.createElement("span");
    tag.className = `names ${this.kind}`;
    tag.textContent = this.names.slice(0, NAMES).map(shortened).join(", ") + more;
    tag.title = this.names.join(", ");
    return tag;
  }
}

function decorations(doc, { current, waiting }) {
  const ranges = [];
  const add = (kind, number, names) => {
    if (number < 1 || number > doc.lines) return;
    const line = doc.line(number);
    ranges.push(Decoration.line({ class: `${kind}-line` }).range(line.from));
    if (names.length > 0) ranges.push(Decoration.widget({ widget: new Names(kind, names), side: 1 }).range(line.to));
  };
  if (current) add("current", current.line, current.name ? [current.name] : []);
  for (const { line, names } of waiting) add("waiting", line, names);
  return Decoration.set(ranges, true);
}

const field = StateField.define({
  create: () => ({ marks: NONE, decorations: Decoration.none }),
  update(value, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(setMarks)) return { marks: effect.value, decorations: decorations(transaction.state.doc, effect.value) };
    }
    return transaction.docChanged ? { ...value, decorations: value.decorations.map(transaction.changes) } : value;
  },
  provide: (field) => EditorView.decorations.from(field, (value) => value.decorations),
});

/** A bar as long as the line's share of the time, in the looks of the timeline. */
class Time extends GutterMarker {
  constructor(time) {
    super();
    this.time = time;
  }

  eq(other) {
    return ["running", "waiting", "blocking", "text"].every((part) => this.time[part] === other.time[part]);
  }

  toDOM() {
    const bar = document.createElement("span");
    bar.className = "time";
    for (const kind of ["running", "blocking", "waiting"]) {
      const share = this.time[kind];
      if (share <= 0) continue;
      const part = bar.appendChild(document.createElement("span"));
      part.className = kind;
      part.style.width = `${Math.max(share * 100, 4)}%`;
    }
    bar.title = this.time.text;
    return bar;
  }
}

function times(view) {
  const { doc } = view.state;
  const known = view.state.field(field).marks.times.filter(({ line }) => line >= 1 && line <= doc.lines);
  return RangeSet.of(known.map((time) => new Time(time).range(doc.line(time.line).from)), true);
}

export const marks = () => [field, gutter({ class: "times", markers: times })];
