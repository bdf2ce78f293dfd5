import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
// Wide in its letters, since names and answers are; only those that are used go into the file.
export const PLAIN = require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf');
export const BOLD = require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf');

export const INK = '#1c1b19';
export const QUIET = '#57534c';
/** Points. */
export const MARGIN = 64;
