import type { CanMatchFn } from '@angular/router';

/** The tabs below A · us · B; each is the last piece of an address. */
export const COUPLE_PARTS = ['scales', 'plan', 'commitments', 'agreements', 'listening', 'safety', 'history'] as const;
export type CouplePart = (typeof COUPLE_PARTS)[number];

/** Lets only addresses of tabs that exist come to the page of a couple. */
export const isCouplePart: CanMatchFn = (_route, segments) =>
  COUPLE_PARTS.some((part) => part === segments.at(-1)?.path);
