import type { CaseloadRowDto } from '../../../api/types.gen';
import { unitsOf } from './transfer.units';

const person = (id: string, coupleId: string | null = null): CaseloadRowDto =>
  ({ id, coupleId, displayName: id.toUpperCase() }) as CaseloadRowDto;

describe('what is handed over as one', () => {
  it('is a person, or two who form a couple', () => {
    expect(unitsOf([person('ana', 'c'), person('bo'), person('cy', 'c')])).toEqual([
      { key: 'ana,cy', label: 'ANA & CY', note: 'couple' },
      { key: 'bo', label: 'BO', note: undefined },
    ]);
  });

  it('is one person whose partner somebody else treats', () => {
    expect(unitsOf([person('ana', 'c')])).toEqual([{ key: 'ana', label: 'ANA', note: undefined }]);
  });
});
