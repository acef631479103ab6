// The editor's looks, in the page's custom properties: both themes and the projector mode come from there.
import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

const text = {
  "&": { height: "100%", color: "var(--ink)", backgroundColor: "var(--raised)", fontSize: "var(--code-size, 0.8125rem)" },
  // The page shows the focus around the whole.
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.55" },
  ".cm-content": { caretColor: "var(--ink)", paddingRight: "0.5rem" },
  ".cm-cursor": { borderLeftColor: "var(--ink)", borderLeftWidth: "2px" },
  ".cm-gutters": { color: "var(--ink-soft)", backgroundColor: "var(--raised)", border: "none" },
  ".cm-lineNumbers .cm-gutterElement": { minWidth: "1.5rem", padding: "0 0.125rem" },
  ".cm-activeLineGutter": { color: "var(--ink)", backgroundColor: "transparent" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "var(--code-selection)",
  },
  ".cm-selectionMatch": { backgroundColor: "var(--code-match)" },
  "&.cm-focused .cm-matchingBracket": { backgroundColor: "var(--code-match)", outline: "1px solid var(--line-strong)" },
};

const panels = {
  ".cm-panels": { color: "var(--ink)", backgroundColor: "var(--panel)", borderBottom: "1px solid var(--line)" },
  ".cm-textfield": { fontSize: "inherit", color: "inherit", backgroundColor: "var(--raised)", border: "1px solid var(--line-strong)", minHeight: "1.75rem" },
  ".cm-textfield::placeholder": { color: "var(--ink-soft)", opacity: "1" },
  ".cm-button": { fontSize: "inherit", borderRadius: "0.25rem", color: "inherit", background: "var(--raised)", border: "1px solid var(--line-strong)", minHeight: "1.75rem" },
  ".cm-panel.cm-search": { fontFamily: "inherit", fontSize: "0.8125rem", padding: "0.375rem 1.75rem 0.375rem 0.375rem" },
  ".cm-panel.cm-search [name=close]": { color: "inherit", width: "1.5rem", height: "1.5rem" },
  ".cm-panel.cm-search label": { fontSize: "inherit" },
  ".cm-tooltip": { color: "var(--ink)", backgroundColor: "var(--panel)", border: "1px solid var(--line-strong)" },
  ".cm-diagnostic": { maxWidth: "28rem", whiteSpace: "pre-wrap" },
  ".cm-diagnostic-error": { borderLeftColor: "var(--error)" },
  ".cm-diagnostic-warning": { borderLeftColor: "var(--ready)" },
};

const run = {
  ".current-line": { backgroundColor: "var(--code-current)", boxShadow: "inset 3px 0 0 var(--running)" },
  ".waiting-line": { boxShadow: "inset 3px 0 0 var(--waiting-line)" },
  // In sight although the line may be longer than the editor is wide.
  ".names": {
    position: "sticky",
    right: "0.25rem",
    display: "inline-block",
    lineHeight: "1.4",
    marginLeft: "0.75rem",
    padding: "0 0.375rem",
    borderRadius: "0.25rem",
    fontSize: "0.85em",
    whiteSpace: "nowrap",
    userSelect: "none",
  },
  ".names.current": { color: "var(--running-ink)", backgroundColor: "var(--running)" },
  ".names.waiting": { color: "var(--ink-soft)", backgroundColor: "var(--waiting-ground)", border: "1px dashed var(--waiting)" },
  ".breakpoints .cm-gutterElement": { width: "1.125rem", cursor: "pointer" },
  ".breakpoints .cm-gutterElement:empty:hover::before, .breakpoint": {
    content: '""',
    display: "block",
    width: "0.625rem",
    height: "0.625rem",
    margin: "0.3rem auto 0",
    borderRadius: "50%",
    backgroundColor: "var(--error)",
  },
  ".breakpoints .cm-gutterElement:empty:hover::before": { opacity: "0.4" },
  ".times .cm-gutterElement": { width: "1.75rem", padding: "0 0.25rem 0 0.125rem" },
  ".time": { display: "var(--line-times, flex)", width: "100%", height: "100%", alignItems: "center" },
  ".time > span": { height: "0.375rem" },
  ".time .running": { backgroundColor: "var(--running)" },
  ".time .waiting": { backgroundColor: "var(--waiting-ground)", border: "1px solid var(--waiting)" },
  ".time .blocking": {
    backgroundImage: "repeating-linear-gradient(135deg, var(--blocking) 0 3px, var(--blocking-line) 3px 5px)",
  },
};

const code = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.controlKeyword, tags.definitionKeyword], color: "var(--code-keyword)" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--code-string)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--code-number)" },
  { tag: [tags.comment], color: "var(--ink-soft)", fontStyle: "italic" },
  { tag: [tags.function(tags.definition(tags.variableName)), tags.definition(tags.className)], fontWeight: "650" },
]);

export const theme = () => [EditorView.theme({ ...text, ...panels, ...run }), syntaxHighlighting(code)];
