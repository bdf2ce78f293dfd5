import { inject } from '@angular/core';
import type { AgreementDto, BoundaryDto, CoupleSafetyDto, ListeningDto, PromiseDto } from '../../../api/types.gen';
import { read, type Read } from '../../core/api';
import { Login } from '../../core/login';

interface List<T> {
  readonly items: T[];
}

/** What the page of a couple asks for whichever tab stands open: a tab says how much waits behind it. */
export interface CoupleLists {
  readonly boundaries: Read<List<BoundaryDto>>;
  readonly promises: Read<List<PromiseDto>>;
  readonly agreements: Read<List<AgreementDto>>;
  readonly listening: Read<List<ListeningDto>>;
  readonly safety: Read<CoupleSafetyDto>;
}

/** Call it where `inject()` may be called. What somebody may not read is not asked for; of ended work, no safety checks. */
export function readCoupleLists(id: () => string, isActive: () => boolean): CoupleLists {
  const login = inject(Login);
  const ask = (permission: string, path: () => string) => () => (login.can(permission) ? path() : undefined);
  return {
    boundaries: read(ask('boundaries:read', () => `/couples/${id()}/boundaries?limit=100`)),
    promises: read(ask('boundaries:read', () => `/promises?coupleId=${id()}&limit=50`)),
    agreements: read(ask('agreements:read', () => `/couples/${id()}/agreements?limit=50`)),
    listening: read(ask('listening:read', () => `/couples/${id()}/listening?limit=50`)),
    safety: read(() => (isActive() ? ask('safety-checks:read', () => `/couples/${id()}/safety`)() : undefined)),
  };
}
