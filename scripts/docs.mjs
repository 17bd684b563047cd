/**
 * Writes what the docs say about the code, from the code: the reference, and the headers for every kind of host.
 * A test fails when it is stale.
 *
 *     npm run docs
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { netlifyFile, nginxFile, vercelFile } from './hosting.mjs';
import { readReference } from './reference.mjs';

/** @param {string} markdown @param {Record<string, string>} blocks The code after `<!-- name -->`, by name. */
function withBlocks(markdown, blocks) {
  return Object.entries(blocks).reduce(
    (text, [name, code]) =>
      text.replace(
        new RegExp(`(<!-- ${name} -->\\n\`\`\`\\w*\\n)[\\s\\S]*?(\`\`\`\\n)`),
        (_all, start, end) => `${start}${code.trimEnd()}\n${end}`,
      ),
    markdown,
  );
}

/** @returns {Map<string, string>} What is to stand in each file. */
export function generated() {
  const headers = readFileSync('public/_headers', 'utf8');
  const hosts = {
    cloudflare: headers,
    netlify: netlifyFile(headers),
    nginx: nginxFile(headers),
    vercel: vercelFile(headers),
  };
  /** @param {unknown} value */
  const json = (value) => `${JSON.stringify(value, null, 2)}\n`;
  return new Map([
    ['src/app/docs/generated/reference.json', json(readReference())],
    ['src/app/docs/generated/hosts.json', json(hosts)],
    ['docs/hosting.md', withBlocks(readFileSync('docs/hosting.md', 'utf8'), hosts)],
  ]);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const [file, text] of generated()) writeFileSync(file, text);
}
