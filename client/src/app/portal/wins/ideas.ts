/** Small new things for two, or for one. None asks for money, closeness or an answer about tomorrow. */
const IDEAS: readonly string[] = [
  $localize`Walk a street in your town that neither of you knows.`,
  $localize`Cook something from a country you have never been to.`,
  $localize`Each brings a song the other has not heard.`,
  $localize`Have breakfast somewhere that is not the kitchen table.`,
  $localize`Draw the room you are in, badly, for five minutes.`,
  $localize`Plant something in a pot, and see what becomes of it.`,
  $localize`Ask somebody older how they met.`,
  $localize`Take the bus to its last stop and look around.`,
  $localize`Learn ten words of a language neither of you speaks.`,
  $localize`Read the first page of three books aloud, and keep one.`,
  $localize`Watch the light change for half an hour, phones in a drawer.`,
  $localize`Mend one thing together that has been broken for long.`,
];

const AT_ONCE = 3;

/** Three of them; each turn shows the next three, and after the last the first again. */
export function ideasOf(turn: number): string[] {
  const from = (turn * AT_ONCE) % IDEAS.length;
  return [...IDEAS, ...IDEAS].slice(from, from + AT_ONCE);
}
