import type { Config } from './config.js';

let current: Config | undefined;

/** Set once when the process starts (createApp, worker, cli). */
export const useConfig = (config: Config): void => {
  current = config;
};

export const config = (): Config => {
  if (!current) throw new Error('the settings were not read yet');
  return current;
};
