import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { config } from './config.holder.js';
import { deriveKey, type Config } from './config.js';
import { Forbidden } from './errors.js';

const COOKIE = 'XSRF-TOKEN';
const HEADER = 'x-xsrf-token';

/** Over https the browser itself binds the cookie to this host and path; over plain http that prefix is refused. */
export const loginCookie = (): string => (config().origin.startsWith('https:') ? '__Host-kept' : 'kept');

const isSecure = (): boolean => config().origin.startsWith('https:');

const keys = new WeakMap<Config, Buffer>();

/** Derived once: it costs more than all the rest of the check. */
function xsrfKey(): Buffer {
  const known = keys.get(config());
  if (known) return known;
  const key = deriveKey(config(), 'xsrf');
  keys.set(config(), key);
  return key;
}

const mark = (nonce: string, loginToken: string): string =>
  createHmac('sha256', xsrfKey()).update(`${nonce}|${loginToken}`).digest('base64url');

/** How the token of a browser without a login begins: its page need not ask who is there to learn that nobody is. */
const NOBODY = 'nobody-';

/** A token that only this server can make, good for one login (or for having none). */
function setXsrf(reply: FastifyReply, loginToken: string): void {
  const nonce = (loginToken ? '' : NOBODY) + randomBytes(16).toString('base64url');
  void reply.setCookie(COOKIE, `${nonce}.${mark(nonce, loginToken)}`, {
    path: '/',
    sameSite: 'strict',
    secure: isSecure(),
  });
}

export function setLogin(reply: FastifyReply, token: string): void {
  void reply.setCookie(loginCookie(), token, { path: '/', httpOnly: true, sameSite: 'strict', secure: isSecure() });
  setXsrf(reply, token);
}

export function clearLogin(reply: FastifyReply): void {
  void reply.clearCookie(loginCookie(), { path: '/', httpOnly: true, sameSite: 'strict', secure: isSecure() });
  setXsrf(reply, '');
}

const sameText = (a: string, b: string): boolean => {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
};

const isGood = (token: string, request: FastifyRequest): boolean => {
  const [nonce = '', seal = ''] = token.split('.');
  return nonce !== '' && sameText(seal, mark(nonce, request.cookies[loginCookie()] ?? ''));
};

/** Gives this browser a token, unless it holds a good one: a new one would break the save another tab is just sending. */
export function offerXsrf(request: FastifyRequest, reply: FastifyReply): void {
  if (!isGood(request.cookies[COOKIE] ?? '', request)) setXsrf(reply, request.cookies[loginCookie()] ?? '');
}

/** Whatever changes something must come from our own page: token in header and cookie alike, and no foreign origin. */
export function checkXsrf(request: FastifyRequest): void {
  if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return;
  const refuse = (): never => {
    throw new Forbidden('csrf', 'This did not come from our own page. Reload it and try again.');
  };
  const site = request.headers['sec-fetch-site'];
  if (site === 'cross-site') refuse();
  const cookie = request.cookies[COOKIE] ?? '';
  const header = request.headers[HEADER];
  if (typeof header !== 'string' || !sameText(header, cookie) || !isGood(cookie, request)) refuse();
}
