import {
  assertAdminRemains,
  assertMaySupervise,
  assertMayTreat,
  assertNotOneself,
} from '../src/clinics/staff.rules.js';

const staff = (id: string, roles: string[], status: 'invited' | 'active' | 'disabled' = 'active') => ({
  id,
  roles,
  status,
});
const codeOf = (work: () => void): string => {
  try {
    work();
    return 'allowed';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('supervision', () => {
  const supervisor = staff('s', ['supervisor']);
  const therapist = staff('t', ['therapist']);

  it('needs a supervisor above and another therapist below', () => {
    expect(codeOf(() => assertMaySupervise(supervisor, therapist))).toBe('allowed');
    expect(codeOf(() => assertMaySupervise(therapist, therapist))).toBe('same_person');
    expect(codeOf(() => assertMaySupervise(staff('a', ['admin']), therapist))).toBe('not_a_supervisor');
    expect(codeOf(() => assertMaySupervise(supervisor, staff('a', ['admin'])))).toBe('not_a_therapist');
  });

  it('lets nobody in who no longer works here', () => {
    expect(codeOf(() => assertMaySupervise(staff('s', ['supervisor'], 'disabled'), therapist))).toBe('disabled');
    expect(codeOf(() => assertMayTreat(staff('t', ['therapist'], 'disabled')))).toBe('disabled');
  });
});

describe('care', () => {
  it('is given to therapists, also to one who has yet to accept the invitation', () => {
    expect(codeOf(() => assertMayTreat(staff('t', ['therapist'], 'invited')))).toBe('allowed');
    expect(codeOf(() => assertMayTreat(staff('a', ['admin', 'supervisor'])))).toBe('not_a_therapist');
  });
});

describe('what one may do oneself', () => {
  it('is changed by somebody else', () => {
    expect(codeOf(() => assertNotOneself('a', 'a'))).toBe('not_oneself');
    expect(codeOf(() => assertNotOneself('a', 'b'))).toBe('allowed');
  });
});

describe('the last admin', () => {
  it('stays one', () => {
    expect(codeOf(() => assertAdminRemains(0))).toBe('last_admin');
    expect(codeOf(() => assertAdminRemains(1))).toBe('allowed');
  });
});
