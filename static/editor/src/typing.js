// Typing over a selection. Left to itself, Chromium replaces what is selected in the document and puts elements with inline styles there,
// which the Content-Security-Policy forbids; so the editor replaces it in its own text.
import { EditorView } from "@codemirror/view";

export const typingOverSelections = () =>
  EditorView.domEventHandlers({
    beforeinput(event, view) {
      const { main } = view.state.selection;
      if (event.inputType !== "insertText" || event.isComposing || view.composing || main.empty || event.data === null) return false;
      if (view.state.readOnly) return false;
      event.preventDefault();
      const insert = () => view.state.update(view.state.replaceSelection(event.data), { userEvent: "input.type", scrollIntoView: true });
      // Others may have something to say, such as the one that puts brackets around a selection.
      const handlers = view.state.facet(EditorView.inputHandler);
      if (!handlers.some((handler) => handler(view, main.from, main.to, event.data, insert))) view.dispatch(insert());
      return true;
    },
  });
