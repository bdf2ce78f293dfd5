import { Forbidden, RuleBroken } from '../platform/errors.js';

export const STAFF_ROLES = ['therapist', 'supervisor', 'admin'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

export const STAFF_STATUSES = ['invited', 'active', 'disabled'] as const;
export type StaffStatus = (typeof STAFF_STATUSES)[number];

/** Nobody changes what they themselves may do, not even to less: it takes a second admin. */
export function assertNotOneself(actorId: string, staffId: string): void {
  if (actorId === staffId) throw new Forbidden('not_oneself', 'Someone else has to do this for you.');
}

/** A practice in which no admin can sign in could never let anybody in again. Throws `RuleBroken('last_admin')`. */
export function assertAdminRemains(otherAdmins: number): void {
  if (otherAdmins === 0) throw new RuleBroken('last_admin', 'A practice needs at least one admin who can sign in.');
}

interface Supervisable {
  id: string;
  roles: readonly string[];
  status: StaffStatus;
}

/**
 * Supervision runs from a supervisor down to another person who treats clients. Throws `RuleBroken` with
 * `same_person`, `not_a_supervisor`, `not_a_therapist` or `disabled`.
 */
export function assertMaySupervise(supervisor: Supervisable, therapist: Supervisable): void {
  if (supervisor.id === therapist.id) throw new RuleBroken('same_person', 'Nobody supervises their own work.');
  if (!supervisor.roles.includes('supervisor'))
    throw new RuleBroken('not_a_supervisor', 'This person is no supervisor.');
  if (!therapist.roles.includes('therapist')) throw new RuleBroken('not_a_therapist', 'This person treats nobody.');
  if (supervisor.status === 'disabled' || therapist.status === 'disabled') {
    throw new RuleBroken('disabled', 'One of them no longer works here.');
  }
}

/** Only an active or invited therapist can be given care of a person. Throws `RuleBroken('not_a_therapist' | 'disabled')`. */
export function assertMayTreat(staff: Supervisable): void {
  if (!staff.roles.includes('therapist')) throw new RuleBroken('not_a_therapist', 'This person treats nobody.');
  if (staff.status === 'disabled') throw new RuleBroken('disabled', 'This person no longer works here.');
}
