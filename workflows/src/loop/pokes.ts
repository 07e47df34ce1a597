import { pokeSignal } from '@don-doc/contracts/temporal';
import { condition, setHandler } from '@temporalio/workflow';

/** The pokes of one workflow. Made before its first await, so that none arrives without a handler. */
export class Pokes {
  private received = 0;
  private latest = 0;

  constructor() {
    setHandler(pokeSignal, ({ sequence }) => {
      this.received += 1;
      this.latest = Math.max(this.latest, sequence);
    });
  }

  /** How many have come. Read it before a settle: a poke during the settle then ends the wait after it at once. */
  get count(): number {
    return this.received;
  }

  get sequence(): number {
    return this.latest;
  }

  /** Waits until more than `seen` pokes have come, or `ms` have passed (null: for a poke only), or `also` holds. */
  async wait(seen: number, ms: number | null, also: () => boolean = () => false): Promise<void> {
    const due = (): boolean => this.received > seen || also();
    if (due()) return;
    if (ms === null) await condition(due);
    // A timer of 0 ms would be none at all (and condition(0) writes a patch marker into the history).
    else await condition(due, Math.max(1, Math.ceil(ms)));
  }
}
