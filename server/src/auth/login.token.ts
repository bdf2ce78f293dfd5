import { createHash, randomBytes } from 'node:crypto';

/** A secret for a cookie or a mailed link: 256 random bits. Only its hash is ever stored. */
export const newToken = (): string => randomBytes(32).toString('base64url');

export const hashOfToken = (token: string): Buffer => createHash('sha256').update(token).digest();
