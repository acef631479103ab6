// <loopscope-editor>: the Python editor of the page, as an element that the page talks to by properties, methods and events alone.
//
// Methods: `open(key, text)` shows a text; the key tells texts apart, each has its own history. `focusLine(line)`, `focusAt(offset)`.
// Properties: `value` (read only), `label` (for screen readers), `readOnly`, `breakpoints`: [line],
// `diagnostics`: [{ line, column, endLine, endColumn, message, severity }],
// `marks`: { current: { line, name } | null, waiting: [{ line, names }], times: [{ line, running, waiting, blocking, text }] } with
// times as shares of the longest. Lines count from 1.
// Events: `edit` after the user changed the text, `breakpoints` after the user or an edit changed them (detail: lines), `caret`
// (detail: line), `run` (detail: { line, back }) where the run shall go to a line.
//
// It lives in a shadow root: there the editor's styles need no permission of the Content-Security-Policy.
import { Annotation, Compartment, EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";

import { breakpointLines, setBreakpoints } from "./breakpoints.js";
import { setDiagnostics } from "./diagnostics.js";
import { Documents, difference } from "./documents.js";
import { extensions } from "./extensions.js";
import { showMarks } from "./marks.js";

/** Marks a change that the page made. */
const byPage = Annotation.define();

class LoopscopeEditor extends HTMLElement {
  #view;
  #documents = new Documents();
  #compartment = new Compartment();
  #label = "Program";
  #readOnly = false;

  connectedCallback() {
    if (this.#view) return;
    const root = this.attachShadow({ mode: "open" });
    this.#view = new EditorView({ root, parent: root, state: this.#state("") });
  }

  #state(text) {
    const told = {
      extensions: extensions({ onRun: (line, back) => this.#tell("run", { line, back }) }),
      listener: EditorView.updateListener.of((update) => this.#updated(update)),
    };
    return EditorState.create({ doc: text, extensions: [told.extensions, this.#compartment.of(this.#settings()), told.listener] });
  }

  #settings() {
    return [EditorView.contentAttributes.of({ "aria-label": this.#label, tabindex: "0" }), EditorState.readOnly.of(this.#readOnly)];
  }

  #updated(update) {
    const { startState, state } = update;
    if (update.docChanged && !update.transactions.some((transaction) => transaction.annotation(byPage))) this.#tell("edit");
    const breakpoints = breakpointLines(state);
    if (String(breakpoints) !== String(breakpointLines(startState))) this.#tell("breakpoints", breakpoints);
    if (update.selectionSet || update.docChanged) this.#tellCaret();
  }

  #tellCaret() {
    const { doc, selection } = this.#view.state;
    this.#tell("caret", doc.lineAt(selection.main.head).number);
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  #reconfigure() {
    this.#view.dispatch({ effects: this.#compartment.reconfigure(this.#settings()) });
  }

  open(key, text) {
    if (this.#documents.shown !== key) {
      const kept = this.#documents.swap(key, this.#view.state);
      this.#view.setState(kept ?? this.#state(text));
      this.#reconfigure();
      this.#tellCaret();
    }
    const { doc } = this.#view.state;
    if (doc.toString() !== text) this.#view.dispatch({ changes: difference(doc, text), annotations: byPage.of(true) });
  }

  get value() {
    return this.#view.state.doc.toString();
  }

  set label(text) {
    this.#label = text;
    this.#reconfigure();
  }

  set readOnly(on) {
    this.#readOnly = on;
    this.#reconfigure();
  }

  set breakpoints(lines) {
    if (String(lines) !== String(breakpointLines(this.#view.state))) setBreakpoints(this.#view, lines);
  }

  set diagnostics(list) {
    setDiagnostics(this.#view, list);
  }

  set marks(marks) {
    showMarks(this.#view, marks);
  }

  focusLine(number) {
    const { doc } = this.#view.state;
    this.focusAt(doc.line(Math.min(Math.max(number, 1), doc.lines)).from);
  }

  focusAt(offset) {
    const anchor = Math.min(offset, this.#view.state.doc.length);
    this.#view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: "nearest", yMargin: 40 }) });
    this.#view.focus();
  }
}

customElements.define("loopscope-editor", LoopscopeEditor);
