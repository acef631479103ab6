// Lines at which a run stops. They move with the text.
import { RangeSet, StateEffect, StateField } from "@codemirror/state";
import { GutterMarker, gutter } from "@codemirror/view";

const set = StateEffect.define();
const toggle = StateEffect.define({ map: (at, changes) => changes.mapPos(at) });

class Dot extends GutterMarker {
  toDOM() {
    const dot = document.createElement("span");
    dot.className = "breakpoint";
    dot.title = "The run stops here";
    return dot;
  }
}

const dot = new Dot();

const field = StateField.define({
  create: () => RangeSet.empty,
  update(dots, transaction) {
    let after = transaction.docChanged ? onLines(transaction.state.doc, dots.map(transaction.changes)) : dots;
    for (const effect of transaction.effects) {
      if (effect.is(set)) after = RangeSet.of(effect.value.map((at) => dot.range(at)));
      if (effect.is(toggle)) after = toggled(after, effect.value);
    }
    return after;
  },
});

/** Each at the beginning of its line, and one a line: lines can be joined. */
function onLines(doc, dots) {
  const lines = new Set();
  dots.between(0, doc.length, (at) => void lines.add(doc.lineAt(at).from));
  return RangeSet.of([...lines].map((at) => dot.range(at)), true);
}

function toggled(dots, at) {
  let found = false;
  dots.between(at, at, () => void (found = true));
  return found ? dots.update({ filter: (from) => from !== at }) : dots.update({ add: [dot.range(at)] });
}

export function breakpointLines(state) {
  const lines = [];
  state.field(field, false)?.between(0, state.doc.length, (at) => void lines.push(state.doc.lineAt(at).number));
  return lines;
}

export function setBreakpoints(view, lines) {
  const { doc } = view.state;
  const known = lines.filter((line) => line >= 1 && line <= doc.lines).sort((a, b) => a - b);
  view.dispatch({ effects: set.of(known.map((line) => doc.line(line).from)) });
}

/** A command: sets or removes the breakpoint of the caret's line. */
export function toggleBreakpoint(view) {
  const { doc, selection } = view.state;
  view.dispatch({ effects: toggle.of(doc.lineAt(selection.main.head).from) });
  return true;
}

export const breakpoints = () => [
  field,
  gutter({
    class: "breakpoints",
    markers: (view) => view.state.field(field),
    initialSpacer: () => dot,
    domEventHandlers: {
      mousedown(view, block) {
        view.dispatch({ effects: toggle.of(block.from) });
        return true;
      },
    },
  }),
];
