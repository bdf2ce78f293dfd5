let draining = false;

/** The process was asked to stop: it finishes what it has begun and takes no more. */
export const startDraining = (): void => {
  draining = true;
};

export const isDraining = (): boolean => draining;
