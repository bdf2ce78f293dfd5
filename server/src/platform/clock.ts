import { scopeOrNone } from './scope.js';

/** The time of this request; for a seed that tells of weeks gone by, the time it tells of. Rules take it as an argument. */
export const now = (): Date => new Date(scopeOrNone()?.at ?? Date.now());
