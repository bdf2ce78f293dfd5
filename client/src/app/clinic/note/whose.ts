import { computed, type Signal } from '@angular/core';
import type { ClientDto, CoupleDto } from '../../../api/types.gen';
import { read } from '../../core/api';

/** Whom a note or session is about: one person, a couple, or one partner within the couple's work. */
export interface About {
  clientId: string | null;
  coupleId: string | null;
}

export interface Partner {
  clientId: string;
  /** What she or he is called. */
  name: string;
  order: 'a' | 'b';
}

export interface Whose {
  /** "Maya K." or "Maya & Tom K."; empty until known. */
  readonly name: Signal<string>;
  /** Where their chart is. */
  readonly link: Signal<string>;
  /** Those it is about, by the names they are called by. */
  readonly people: Signal<readonly { id: string; name: string }[]>;
  /** The two of a couple in their own order, once known; empty for one person alone. */
  readonly partners: Signal<readonly Partner[]>;
  /** The name a person is called by. */
  callName(clientId: string): string;
}

/** Call it where `inject()` may be called. */
export function whose(about: () => About | undefined): Whose {
  const client = read<ClientDto>(() => {
    const id = about()?.clientId;
    return id ? `/clients/${id}` : undefined;
  });
  const couple = read<CoupleDto>(() => {
    const id = about()?.coupleId;
    return id ? `/couples/${id}` : undefined;
  });
  const callName = (id: string): string => {
    const partner = couple.value()?.partners.find(({ clientId }) => clientId === id);
    const person = client.value();
    return partner?.callName ?? (person?.id === id ? (person.preferredName ?? person.givenName) : '');
  };
  return {
    people: computed(() => {
      const { clientId } = about() ?? {};
      const ids = clientId ? [clientId] : (couple.value()?.partners ?? []).map((partner) => partner.clientId);
      return ids.map((id) => ({ id, name: callName(id) }));
    }),
    name: computed(() =>
      about()?.clientId ? (client.value()?.displayName ?? '') : (couple.value()?.displayName ?? ''),
    ),
    link: computed(() => {
      const { clientId, coupleId } = about() ?? {};
      return clientId ? `/clients/${clientId}` : `/couples/${coupleId ?? ''}`;
    }),
    callName,
    partners: computed(() =>
      (couple.value()?.partners ?? []).map(({ clientId, callName }, index) => ({
        ...{ clientId, name: callName ?? $localize`Partner` },
        order: index === 0 ? ('a' as const) : ('b' as const),
      })),
    ),
  };
}
