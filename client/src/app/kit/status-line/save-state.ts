/** Where the words of a draft are. Times are instants (ISO with zone, or Date). */
export type SaveState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'sending' }
  /** The server answered 2xx. */
  | { readonly kind: 'saved'; readonly at: Date | string }
  /** Kept on this device only, for want of a connection. */
  | { readonly kind: 'local' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'changed-elsewhere'; readonly at: Date | string };
