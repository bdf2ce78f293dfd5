import { setTimeout as sleep } from 'node:timers/promises';

let draining = false;
let underWay = 0;

/** The process was asked to stop: it says that it is not ready, and finishes what it has begun. */
export const startDraining = (): void => {
  draining = true;
};

export const isDraining = (): boolean => draining;

export const requestBegun = (): void => {
  underWay++;
};

export const requestEnded = (): void => {
  underWay--;
};

/** Waits until no request is under way, at most so many milliseconds. */
export async function quiet(most: number): Promise<void> {
  for (let waited = 0; underWay > 0 && waited < most; waited += 20) await sleep(20);
}
