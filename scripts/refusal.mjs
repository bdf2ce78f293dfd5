/** An expected kind of failure: its message is one line meant for the person at the terminal. */
export class Refusal extends Error {}
