/** The roles a user can hold. A client is a person in care; the others are staff. */
export const ROLES = ['therapist', 'supervisor', 'admin', 'client'] as const;
export type Role = (typeof ROLES)[number];

/**
 * Who may do what, on one page. Which rows they then meet is decided in the database (row policies), and whether
 * the state of a thing allows it by the rules of its feature.
 */
export const PERMISSIONS = {
  'access-report:own': ['client'],
  'account:own': ['therapist', 'supervisor', 'admin', 'client'],
  'assignments:answer': ['client'],
  'assignments:assign': ['therapist'],
  'assignments:read': ['therapist', 'supervisor', 'client'],
  'assignments:review': ['therapist'],
  'audit:read': ['admin'],
  'betrayals:change': ['therapist'],
  'betrayals:read': ['therapist', 'supervisor'],
  'board:read': ['admin'],
  'boundaries:act': ['client'],
  'boundaries:move': ['client', 'therapist'],
  'boundaries:open': ['therapist'],
  'boundaries:read': ['therapist', 'supervisor', 'client'],
  'care-team:read': ['therapist', 'supervisor', 'admin'],
  'care-team:change': ['therapist', 'admin'],
  'clients:create': ['therapist', 'admin'],
  'clients:read': ['therapist', 'supervisor', 'admin'],
  'clients:change': ['therapist', 'admin'],
  'clients:invite': ['therapist', 'admin'],
  'coach:ask': ['therapist', 'client'],
  'commitments:compare': ['therapist', 'supervisor'],
  'couples:create': ['therapist'],
  'couples:read': ['therapist', 'supervisor', 'admin'],
  'couples:change': ['therapist'],
  'couples:end': ['therapist'],
  'couples:history': ['therapist', 'supervisor'],
  'couples:reopen': ['therapist', 'supervisor', 'admin'],
  'couples:stages': ['therapist', 'supervisor'],
  'home:read': ['client'],
  'instruments:read': ['therapist', 'supervisor', 'admin', 'client'],
  'note-revisions:read': ['therapist'],
  'notes:read': ['therapist', 'supervisor'],
  'notes:write': ['therapist'],
  'notes:cosign': ['supervisor'],
  'pauses:read': ['therapist', 'supervisor', 'client'],
  'pauses:take': ['therapist', 'client'],
  'promises:make': ['client'],
  'promises:mark': ['client'],
  'promises:open': ['therapist'],
  'promises:read': ['therapist', 'supervisor', 'client'],
  'questions:answer': ['client'],
  'questions:ask': ['client'],
  'questions:lead': ['therapist'],
  'questions:read': ['therapist', 'supervisor'],
  'questions:ready': ['client', 'therapist'],
  'releases:make': ['client'],
  'releases:open': ['therapist'],
  'releases:propose': ['therapist'],
  'releases:read': ['therapist', 'supervisor', 'client'],
  'safety-checks:read': ['therapist', 'supervisor'],
  'safety-checks:record': ['therapist'],
  'safety-overrides:sign': ['therapist'],
  'scales:answer': ['client', 'therapist'],
  'scales:compare': ['therapist', 'supervisor'],
  'scales:read': ['therapist', 'supervisor', 'client'],
  'scales:schedule': ['therapist'],
  'sequences:change': ['therapist'],
  'sequences:read': ['therapist', 'supervisor'],
  'sessions:plan': ['therapist'],
  'sessions:read': ['therapist', 'supervisor', 'client'],
  'setback-plans:read': ['therapist', 'supervisor', 'client'],
  'setback-plans:write': ['client'],
  'setbacks:read': ['therapist', 'supervisor', 'client'],
  'setbacks:tell': ['client'],
  'setbacks:take-note': ['therapist'],
  'sign-off:read': ['therapist', 'supervisor'],
  'staff:invite': ['admin'],
  'staff:change': ['admin'],
  'staff:read': ['therapist', 'supervisor', 'admin'],
  'timeline:read': ['therapist', 'supervisor'],
  'today:read': ['therapist', 'supervisor'],
  'transfers:make': ['admin'],
  'worksheets:make': ['therapist', 'supervisor'],
  'worksheets:read': ['therapist', 'supervisor', 'client'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

export const isAllowed = (roles: readonly Role[], permission: Permission): boolean =>
  PERMISSIONS[permission].some((role) => roles.includes(role));

/** Everything the holder of these roles may do, for the screens' own showing and hiding. */
export const permissionsOf = (roles: readonly Role[]): Permission[] =>
  (Object.keys(PERMISSIONS) as Permission[]).filter((permission) => isAllowed(roles, permission));
