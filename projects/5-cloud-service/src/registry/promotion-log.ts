import { promotionKey, promotionsOf } from "./keys.ts";
import { checkName, promotion, readDocument, writeDocument, type Promotion } from "./manifest.ts";
import { RegistryError } from "./registry-error.ts";
import type { Store } from "./store.ts";

/** Who changes what serves, and why. */
export interface ChangeOptions {
  by: string;
  reason?: string;
  /** The version that must serve now, else nothing is changed; `null` for none. */
  expect?: string | null;
}

type Change = Pick<Promotion, "kind" | "version" | "digest">;

/** What served when: numbered records of which the last one counts. */
export class PromotionLog {
  readonly #store: Store;
  readonly #now: () => Date;

  constructor(store: Store, now: () => Date) {
    this.#store = store;
    this.#now = now;
  }

  /** All promotions and rollbacks of a model, oldest first. */
  async history(name: string): Promise<Promotion[]> {
    const keys = await this.#store.list(promotionsOf(checkName("name", name)));
    const records = await Promise.all(
      keys.map(async (key) => {
        const bytes = await this.#store.get(key);
        return bytes && readDocument(promotion, bytes, key);
      }),
    );
    return records.filter((record) => record !== undefined);
  }

  /** The record that counts now, read alone; undefined when no version was promoted yet. */
  async current(name: string): Promise<Promotion | undefined> {
    const key = (await this.#store.list(promotionsOf(checkName("name", name)))).at(-1);
    const bytes = key === undefined ? undefined : await this.#store.get(key);
    return bytes && readDocument(promotion, bytes, key!);
  }

  /**
   * Appends a record. Of two who do so at once one gets the number; the other looks again at what serves now
   * and takes the next one, or gives up if it expected something else.
   */
  async append(
    name: string,
    { by, reason = "", expect }: ChangeOptions,
    change: (history: readonly Promotion[]) => Promise<Change>,
  ): Promise<Promotion> {
    for (;;) {
      const history = await this.history(name);
      const last = history.at(-1);
      if (expect !== undefined && expect !== (last?.version ?? null)) {
        throw new RegistryError(
          `registry: expected ${name} to serve ${expect ?? "nothing"}, found ${last?.version ?? "nothing"}: somebody was faster`,
        );
      }
      const record: Promotion = {
        number: (last?.number ?? 0) + 1,
        ...(await change(history)),
        at: this.#now().toISOString(),
        by,
        reason,
      };
      if (await this.#store.putNew(promotionKey(name, record.number), writeDocument(record))) {
        return record;
      }
    }
  }
}
