/** A letter before it is bytes. Both parts say the same. */
export interface Letter {
  readonly from: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** '<…@…>' */
  readonly messageId: string;
  /** The instant written into its Date. */
  readonly at: number;
  /** The rehearsal's plan, written into X-Don-Doc-Rehearsal; null for the real thing. */
  readonly rehearsal: string | null;
}

export interface Envelope {
  readonly from: string;
  readonly to: string;
  readonly bytes: Buffer;
  readonly isRehearsal: boolean;
}

export type SendOutcome =
  | { readonly kind: 'sent' }
  /** The server said no, so nothing was delivered. `forGood`: asking again would be answered the same. */
  | { readonly kind: 'refused'; readonly forGood: boolean; readonly reason: string }
  /** The connection broke after the letter was handed over: it may have been delivered. */
  | { readonly kind: 'unknown'; readonly reason: string };

/** A rehearsal's letters go to its own sink, and a mailer without one refuses them. */
export interface Mailer {
  /** Can letters be handed over now? Asked before a letter is attempted, so that a server that is down costs no attempt. */
  ready(isRehearsal: boolean): Promise<'yes' | 'not-now' | 'never'>;
  compose(letter: Letter): Promise<Buffer>;
  send(envelope: Envelope): Promise<SendOutcome>;
}

export interface MailSettings {
  /** 'Tên <địa chỉ>' */
  readonly from: string;
  /** Where links lead, without a slash at the end. */
  readonly publicUrl: string;
}
