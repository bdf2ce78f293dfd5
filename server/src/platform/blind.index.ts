import { createHmac } from 'node:crypto';
import { config } from './config.holder.js';
import { clinicOfRequest } from './keys.js';

/** An e-mail address as it is compared: trimmed, lower case, NFKC. */
export const normaliseEmail = (email: string): string => email.normalize('NFKC').trim().toLowerCase();

/** Blind index of a sign-in address over all clinics: 32 bytes that tell equality and nothing else. */
export const emailIndex = (email: string): Buffer =>
  createHmac('sha256', config().indexKey)
    .update(`email|${normaliseEmail(email)}`)
    .digest();

/** Blind index of a value within the actor's clinic. */
export const clinicIndex = (purpose: string, value: string): Buffer =>
  createHmac('sha256', config().indexKey).update(`${purpose}|${clinicOfRequest()}|${value}`).digest();
