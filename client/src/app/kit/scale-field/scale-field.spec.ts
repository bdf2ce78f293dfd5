import { render, screen } from '@testing-library/angular';
import { ScaleField } from './scale-field';

const draw = (inputs: Record<string, unknown> = {}) =>
  render(ScaleField, {
    inputs: { label: 'How safe?', minLabel: 'not safe at all', maxLabel: 'fully safe', ...inputs },
  });

it('offers eleven radios and says at both ends what they mean', async () => {
  await draw();
  expect(screen.getByRole('radiogroup', { name: 'How safe?' })).toBeTruthy();
  expect(screen.getAllByRole('radio')).toHaveLength(11);
  expect(screen.getByRole('radio', { name: '0, not safe at all' })).toBeTruthy();
  expect(screen.getByRole('radio', { name: '10, fully safe' })).toBeTruthy();
});

it('ticks nothing beforehand and takes zero for an answer', async () => {
  const { fixture } = await draw();
  const radios = screen.getAllByRole<HTMLInputElement>('radio');
  expect(radios.some((radio) => radio.checked)).toBe(false);
  radios[0]?.click();
  expect(fixture.componentInstance.value()).toBe(0);
});

it('lets an answer be taken back where that is allowed', async () => {
  const { fixture } = await draw({ value: 4, clearable: true });
  screen.getByRole('button', { name: 'Clear this answer' }).click();
  await fixture.whenStable();
  expect(fixture.componentInstance.value()).toBeNull();
  expect(screen.getAllByRole<HTMLInputElement>('radio').some((radio) => radio.checked)).toBe(false);
});
