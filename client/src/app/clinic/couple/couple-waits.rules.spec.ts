import type { AgreementDto, BoundaryDto, ListeningDto, PartnerSafetyDto, PromiseDto } from '../../../api/types.gen';
import { agreementsWaiting, checksWaiting, commitmentsWaiting, listeningWaiting } from './couple-waits.rules';

const boundary = (told: Partial<BoundaryDto>): BoundaryDto =>
  ({ state: 'active', held: false, talkHeld: false, reviewDue: false, moves: [], ...told }) as unknown as BoundaryDto;
const promise = (told: Partial<PromiseDto>): PromiseDto =>
  ({ isPast: false, held: false, ...told }) as unknown as PromiseDto;
const agreement = (told: Partial<AgreementDto>): AgreementDto =>
  ({ standing: 'active', held: false, acts: [], ...told }) as unknown as AgreementDto;
const piece = (told: Partial<ListeningDto>): ListeningDto =>
  ({ state: 'offered', held: false, ...told }) as unknown as ListeningDto;

describe('what waits for the therapist behind a tab of a couple', () => {
  it.each<[string, Partial<BoundaryDto>, number]>([
    ['one in force', {}, 0],
    ['one that a safety check holds back', { held: true }, 1],
    ['words about it that are held back', { talkHeld: true }, 1],
    ['one whose day of review has come', { reviewDue: true }, 1],
    ['one that both agree to, and that staff start', { state: 'agreed', moves: ['active'] }, 1],
    ['one that both agree to, and that is not theirs to start', { state: 'agreed' }, 0],
    ['one that ended while it waited', { state: 'retired', held: true, reviewDue: true }, 0],
    ['one answered with no while it waited', { state: 'declined', held: true }, 0],
  ])('counts of boundaries %s', (_words, told, expected) => {
    expect(commitmentsWaiting([boundary(told)], [])).toBe(expected);
  });

  it('counts a boundary once, however many reasons it has to wait', () => {
    expect(commitmentsWaiting([boundary({ held: true, talkHeld: true, reviewDue: true })], [])).toBe(1);
  });

  it('counts promises that are held back and still to come', () => {
    expect(commitmentsWaiting([], [promise({ held: true }), promise({}), promise({ held: true, isPast: true })])).toBe(
      1,
    );
  });

  it('counts agreements that are held back or want to be started, and none that are over', () => {
    const list = [
      agreement({}),
      agreement({ held: true }),
      agreement({ standing: 'agreed', acts: ['start'] }),
      agreement({ standing: 'lapsed', held: true }),
    ];
    expect(agreementsWaiting(list)).toBe(2);
  });

  it('counts what is offered and held back, and nothing that was taken back', () => {
    expect(listeningWaiting([piece({}), piece({ held: true }), piece({ held: true, state: 'withdrawn' })])).toBe(1);
  });

  it('counts whoever is to be asked alone', () => {
    const asked = [{ due: 'never' }, { due: null }] as unknown as PartnerSafetyDto[];
    expect(checksWaiting(asked)).toBe(1);
  });
});
