/**
 * What a person reads after an answer that may speak of danger, until a practice has written its own words. It names no
 * number: what is right in one country is silent in the next.
 */
export const USUAL_CRISIS_TEXT =
  'If you are in danger now, call the emergency number of the place where you are, or go to the nearest emergency department. You do not have to wait for us to read what you wrote.';

/** Letters a crisis text may have: too short says nothing, too long is not read on a hard day. */
export const CRISIS_TEXT = { least: 20, most: 1000 };
