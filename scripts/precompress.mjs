// node scripts/precompress.mjs <folder>: writes .br and .gz beside every compressible file, once, so that the server never compresses.
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';

const COMPRESSIBLE = /\.(js|css|html|svg|json|webmanifest|txt)$/;
const WORTH_IT = 1024; // bytes; below it the headers weigh more than the gain

const folder = process.argv[2];
for (const name of fs.readdirSync(folder, { recursive: true })) {
  const file = path.join(folder, name);
  if (!COMPRESSIBLE.test(file) || !fs.statSync(file).isFile()) continue;
  const content = fs.readFileSync(file);
  if (content.length < WORTH_IT) continue;
  fs.writeFileSync(
    `${file}.br`,
    zlib.brotliCompressSync(content, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 11 } }),
  );
  fs.writeFileSync(`${file}.gz`, zlib.gzipSync(content, { level: 9 }));
}
