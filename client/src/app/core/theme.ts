import { Service, signal } from '@angular/core';
import type { Face } from './login';
import { modeFor, type ModeChoice } from './theme.rules';

export type Density = 'compact' | 'standard' | 'comfortable';

const MODE = 'kept.mode';
const DENSITY = 'kept.density';
const KEYS = 'kept.single-keys';

/** `data-face`, `data-mode` and `data-density` on <html>: all that the stylesheet needs to know. */
@Service()
export class Theme {
  private readonly system = matchMedia('(prefers-color-scheme: dark)');
  readonly choice = signal<ModeChoice>(stored(MODE, ['system', 'light', 'dark'], 'system'));
  readonly density = signal<Density>(stored(DENSITY, ['compact', 'standard', 'comfortable'], 'standard'));
  /** Single-letter keys can be switched off (WCAG 2.1.4). */
  readonly singleKeys = signal(stored(KEYS, ['on', 'off'], 'on') === 'on');

  constructor() {
    this.system.addEventListener('change', () => this.apply());
  }

  wear(face: Face): void {
    document.documentElement.dataset['face'] = face;
    this.apply();
  }

  choose(choice: ModeChoice): void {
    this.choice.set(choice);
    localStorage.setItem(MODE, choice);
    this.apply();
  }

  chooseDensity(density: Density): void {
    this.density.set(density);
    localStorage.setItem(DENSITY, density);
    this.apply();
  }

  chooseSingleKeys(on: boolean): void {
    this.singleKeys.set(on);
    localStorage.setItem(KEYS, on ? 'on' : 'off');
  }

  apply(): void {
    const html = document.documentElement.dataset;
    html['mode'] = modeFor(this.choice(), html['face'] ?? 'clinic', new Date().getHours(), this.system.matches);
    html['density'] = this.density();
  }
}

/** Before the first paint the address alone tells the face; afterwards each shell says its own. */
export function faceOfAddress(path: string): Face {
  if (path === '/me' || path.startsWith('/me/') || path.startsWith('/invitation')) return 'portal';
  return path === '/admin' || path.startsWith('/admin/') ? 'admin' : 'clinic';
}

function stored<T extends string>(key: string, allowed: readonly T[], otherwise: T): T {
  const value = localStorage.getItem(key);
  return allowed.find((one) => one === value) ?? otherwise;
}
