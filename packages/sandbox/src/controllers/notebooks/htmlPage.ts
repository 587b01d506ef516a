const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, character => ESCAPES[character]);
}

const STYLE = `
:root { color-scheme: light dark; --ink: #1b1f24; --paper: #ffffff; --quiet: #57606a; --line: #d0d7de; --good: #1a7f37; --bad: #9a3412; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --paper: #0d1117; --quiet: #9da7b3; --line: #30363d; --good: #56d364; --bad: #ffa657; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.6 system-ui, sans-serif; }
main { max-width: 42rem; margin: 12vh auto 2rem; padding: 0 1.5rem; }
h1 { font-size: 1.5rem; line-height: 1.3; }
.sandbox { display: inline-block; border: 1px solid var(--line); border-radius: 1rem; padding: 0 .75rem; color: var(--quiet); font-size: .875rem; }
.state { font-weight: 600; color: var(--good); } .state.down { color: var(--bad); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.5rem; border-top: 1px solid var(--line); padding-top: 1rem; }
dt { color: var(--quiet); } dd { margin: 0; overflow-wrap: anywhere; }
`;

/**
 * A small page in both themes.
 *
 * @param body - HTML; everything that comes from an object is escaped by the caller
 */
export function htmlPage(page: {
  title: string;
  heading: string;
  body: string;
}): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(page.title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<p class="sandbox">Sandbox</p>
<h1>${escapeHtml(page.heading)}</h1>
${page.body}
</main>
</body>
</html>
`;
}
