// What is wrong with the program, as the page found it.
import { setDiagnostics as setLintDiagnostics } from "@codemirror/lint";

/** Shows diagnostics: lines and columns count from 1, columns in characters; the end is behind the last character. */
export function setDiagnostics(view, list) {
  const { doc } = view.state;
  const place = (number, column) => {
    const line = doc.line(Math.min(Math.max(number, 1), doc.lines));
    // Columns count characters as Python does; the text is in UTF-16.
    const before = [...line.text].slice(0, Math.max(column - 1, 0)).join("");
    return line.from + before.length;
  };
  const shown = list.map(({ line, column, endLine, endColumn, message, severity }) => {
    const from = place(line, column);
    return { from, to: Math.max(place(endLine, endColumn), from), severity, message };
  });
  view.dispatch(setLintDiagnostics(view.state, shown));
}
