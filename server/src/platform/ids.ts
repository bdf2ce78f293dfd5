import { v7, validate } from 'uuid';

/** A new id: UUIDv7, made by the server, sortable by time of making. */
export const newId = (): string => v7();

export const isId = (value: unknown): value is string => typeof value === 'string' && validate(value);
