import { passwordError } from './password.rules';

describe('a new password', () => {
  it('counts characters of a password, not code units', () => {
    expect(passwordError('fifteen letters')).toBeNull();
    expect(passwordError('🙂'.repeat(14))).not.toBeNull();
    expect(passwordError('🙂'.repeat(15))).toBeNull();
  });
});
