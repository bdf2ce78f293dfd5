/** A FHIRPath expression as it is built. It is looked at and never carried out. */
export type Tree =
  | { kind: 'nothing' }
  | { kind: 'number'; value: number }
  | { kind: 'text'; value: string }
  | { kind: 'variable'; name: string }
  | { kind: 'step'; of: Tree | null; name: string; args: readonly Tree[] | null }
  | { kind: 'two'; op: string; left: Tree; right: Tree };

/** Characters of an expression, and how deep it is looked into. */
const MOST_LETTERS = 20_000;
const MOST_LEVELS = 60;
const TOKEN = /\s*(?:('(?:[^'\\]|\\.)*')|(\d+(?:\.\d+)?)|(%?[A-Za-z_]\w*|\$this)|(!=|<=|>=|!~|[-+*/&|=<>~(){},.[\]]))/y;
/** How tightly a word or a sign binds, from FHIRPath's own table. */
const BINDS: Readonly<Record<string, number>> = {
  ...{ or: 1, xor: 1, and: 2, in: 3, contains: 3, '=': 4, '!=': 4, '~': 4, '!~': 4, '<': 5, '>': 5, '<=': 5, '>=': 5 },
  ...{ '|': 6, '+': 7, '-': 7, '&': 7, '*': 8, '/': 8, div: 8, mod: 8 },
};

/** The tree of an expression; null for one that is too long, too deep, or written in what is not read here. */
export function treeOf(expression: string): Tree | null {
  const tokens = expression.length > MOST_LETTERS ? null : tokensOf(expression);
  if (tokens === null) return null;
  const reader = new Reader(tokens);
  const tree = reader.whole(0, 0);
  return reader.isDone() ? tree : null;
}

function tokensOf(expression: string): string[] | null {
  const tokens: string[] = [];
  const text = expression.trimEnd();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const found = TOKEN.exec(text);
    if (!found) return null;
    tokens.push((found[1] ?? found[2] ?? found[3] ?? found[4])!);
  }
  return tokens;
}

/** Reads from left to right; whatever it does not know ends it with null. */
class Reader {
  private at = 0;

  constructor(private readonly tokens: readonly string[]) {}

  isDone(): boolean {
    return this.at === this.tokens.length;
  }

  whole(least: number, level: number): Tree | null {
    let left = this.one(level);
    for (let op = this.tokens[this.at]; left && op !== undefined; op = this.tokens[this.at]) {
      const binds = BINDS[op];
      if (binds === undefined || binds <= least) break;
      this.at += 1;
      const right = this.whole(binds, level + 1);
      left = right && { kind: 'two', op, left, right };
    }
    return left;
  }

  private one(level: number): Tree | null {
    let tree = level > MOST_LEVELS ? null : this.start(level);
    while (tree && this.takes('.')) tree = this.step(tree, level);
    return tree;
  }

  private start(level: number): Tree | null {
    const token = this.tokens[this.at];
    if (token === undefined) return null;
    if (this.takes('{')) return this.takes('}') ? { kind: 'nothing' } : null;
    if (this.takes('(')) {
      const inside = this.whole(0, level + 1);
      return this.takes(')') ? inside : null;
    }
    if (/^[A-Za-z_$]/.test(token)) return this.step(null, level);
    this.at += 1;
    if (token.startsWith("'")) return { kind: 'text', value: token.slice(1, -1).replace(/\\(.)/g, '$1') };
    if (token.startsWith('%')) return { kind: 'variable', name: token.slice(1) };
    return /^\d/.test(token) ? { kind: 'number', value: Number(token) } : null;
  }

  private step(of: Tree | null, level: number): Tree | null {
    const name = this.tokens[this.at];
    if (name === undefined || !/^[A-Za-z_$]/.test(name)) return null;
    this.at += 1;
    if (!this.takes('(')) return { kind: 'step', of, name, args: null };
    const args: Tree[] = [];
    while (!this.takes(')')) {
      if (args.length > 0 && !this.takes(',')) return null;
      const arg = this.whole(0, level + 1);
      if (!arg) return null;
      args.push(arg);
    }
    return { kind: 'step', of, name, args };
  }

  private takes(token: string): boolean {
    if (this.tokens[this.at] !== token) return false;
    this.at += 1;
    return true;
  }
}
