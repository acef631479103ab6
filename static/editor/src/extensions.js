// What the editor can do: Python, indentation, comments, brackets, search, history.
import { closeBrackets, closeBracketsKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { pythonLanguage } from "@codemirror/lang-python";
import { LanguageSupport, bracketMatching, indentOnInput, indentUnit } from "@codemirror/language";
import { lintKeymap } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { EditorState } from "@codemirror/state";
import { drawSelection, highlightActiveLineGutter, highlightSpecialChars, keymap, lineNumbers } from "@codemirror/view";

import { breakpoints, toggleBreakpoint } from "./breakpoints.js";
import { marks } from "./marks.js";
import { theme } from "./theme.js";
import { typingOverSelections } from "./typing.js";

/** `onRun` is told the line to run to, and whether to look for it backwards. */
export function extensions({ onRun }) {
  const runTo = (back) => (view) => {
    const { doc, selection } = view.state;
    onRun(doc.lineAt(selection.main.head).number, back);
    return true;
  };
  const own = [
    { key: "F9", run: toggleBreakpoint },
    { key: "Mod-Enter", run: runTo(false), preventDefault: true },
    { key: "Shift-Mod-Enter", run: runTo(true), preventDefault: true },
  ];
  return [
    breakpoints(),
    lineNumbers(),
    marks(),
    highlightActiveLineGutter(),
    highlightSpecialChars(),
    history(),
    drawSelection(),
    EditorState.allowMultipleSelections.of(true),
    EditorState.tabSize.of(4),
    indentUnit.of("    "),
    indentOnInput(),
    bracketMatching(),
    closeBrackets(),
    highlightSelectionMatches(),
    typingOverSelections(),
    search({ top: true }),
    new LanguageSupport(pythonLanguage),
    theme(),
    // Escape, then Tab, leaves the editor by keyboard (`indentWithTab`, CodeMirror's guide on the Tab key).
    keymap.of([...own, ...closeBracketsKeymap, ...defaultKeymap, ...searchKeymap, ...historyKeymap, ...lintKeymap, indentWithTab]),
  ];
}
