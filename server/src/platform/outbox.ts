import { scope } from './scope.js';

/**
 * Something that happened and that others act on later: written with the change itself, carried out by the worker.
 * The payload holds ids only.
 */
export abstract class DomainEvent {
  /** Stable name, such as `worksheet.assigned`. */
  abstract readonly kind: string;
  constructor(readonly payload: Record<string, string | null>) {}
}

/** Hands an event to the worker, if and when this request's transaction commits. */
export async function emit(event: DomainEvent): Promise<void> {
  const { client } = scope();
  if (!client) throw new Error('no transaction');
  await client.query({
    name: 'outbox-put',
    text: 'select outbox_put($1, $2)',
    values: [event.kind, JSON.stringify(event.payload)],
  });
}
