// Makes .br and .gz beside every text file of a built client, once, so that the server never compresses on a request.
// Use: node scripts/precompress.mjs client/dist/browser
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** Below this many bytes the headers weigh more than what is saved. */
const WORTHWHILE = 1024;
const TEXT = /\.(?:js|css|html|svg|json|webmanifest|txt)$/;

const root = process.argv[2];
if (!root) {
  console.error('Which folder? node scripts/precompress.mjs client/dist/browser');
  process.exit(2);
}

for (const name of readdirSync(root, { recursive: true })) {
  const path = join(root, String(name));
  if (!TEXT.test(path) || !statSync(path).isFile()) continue;
  const bytes = readFileSync(path);
  if (bytes.length < WORTHWHILE) continue;
  writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
  writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
}
