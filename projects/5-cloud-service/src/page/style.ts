/** What the text page needs beside the server's own style. */
export const style = `label { display: block; margin-bottom: 0.25rem; }
textarea { width: 100%; font: inherit; color: var(--ink); background: var(--soft); border: 1px solid var(--line); border-radius: 0.5rem; padding: 0.5rem; resize: vertical; }
.buttons { margin: 0.75rem 0 1.5rem; }
.answer { font-size: 2.5rem; overflow-wrap: anywhere; }
th { width: 40%; overflow-wrap: anywhere; }
`;
