/** What is known of the people of one ticket or one family in the training part. */
interface Group {
  readonly count: number;
  /** Sum of (survived - the survival rate of their kind): how much better they fared than expected. */
  readonly surplus: number;
}

/** One passenger, as far as travelling together goes. */
export interface Traveller {
  readonly ticket: string;
  /** Surname and family size; "" for who travels without family. */
  readonly family: string;
  readonly isWomanOrChild: boolean;
}

/** Who travelled together, and how they fared: learnt from the training part alone. */
export interface Companions {
  readonly rates: { readonly womenAndChildren: number; readonly men: number };
  readonly tickets: Readonly<Record<string, Group>>;
  readonly families: Readonly<Record<string, Group>>;
}

/** What a passenger's companions in the training part say. */
export interface CompanionFeatures {
  /** People on the ticket, this one counted. */
  readonly party: number;
  /**
   * `surplus / (count + 1)` of the companions: positive where they fared better than women and
   * children, or men, did on the whole; 0 without companions.
   */
  readonly survival: number;
}

/** Learns groups and survival rates from the training part: travellers (N) and whether they survived (N). */
export function fitCompanions(
  travellers: readonly Traveller[],
  survived: ArrayLike<number>,
): Companions {
  const rate = (kind: boolean) => {
    const outcomes = travellers.flatMap(({ isWomanOrChild }, i) =>
      isWomanOrChild === kind ? [survived[i]] : [],
    );
    return outcomes.length === 0 ? 0.5 : outcomes.reduce((a, b) => a + b, 0) / outcomes.length;
  };
  const rates = { womenAndChildren: rate(true), men: rate(false) };
  const tickets = new Map<string, Group>();
  const families = new Map<string, Group>();
  for (const [i, traveller] of travellers.entries()) {
    const surplus = surplusOf(rates, traveller, survived[i]);
    addTo(tickets, traveller.ticket, surplus);
    if (traveller.family !== "") addTo(families, traveller.family, surplus);
  }
  return {
    rates,
    tickets: Object.fromEntries(tickets),
    families: Object.fromEntries(families),
  };
}

/**
 * What the training part says about one passenger's companions: those on the same ticket or, where
 * there are none, the family of the same surname and size. A passenger of the training part states
 * whether `survived`, and is left out: nobody is a companion of himself.
 */
export function companionFeatures(
  companions: Companions,
  traveller: Traveller,
  survived?: number,
): CompanionFeatures {
  const own = survived === undefined ? undefined : surplusOf(companions.rates, traveller, survived);
  const onTicket = others(companions.tickets, traveller.ticket, own);
  const inFamily = others(companions.families, traveller.family, own);
  const group = onTicket.count > 0 ? onTicket : inFamily;
  return { party: onTicket.count + 1, survival: group.surplus / (group.count + 1) };
}

function surplusOf(rates: Companions["rates"], traveller: Traveller, survived: number): number {
  return survived - (traveller.isWomanOrChild ? rates.womenAndChildren : rates.men);
}

function addTo(groups: Map<string, Group>, key: string, surplus: number): void {
  const group = groups.get(key) ?? { count: 0, surplus: 0 };
  groups.set(key, { count: group.count + 1, surplus: group.surplus + surplus });
}

/** A group without the one who asks (`own` is his surplus, if he is in it). */
function others(groups: Readonly<Record<string, Group>>, key: string, own?: number): Group {
  if (key === "" || !Object.hasOwn(groups, key)) return { count: 0, surplus: 0 };
  const { count, surplus } = groups[key];
  return own === undefined ? { count, surplus } : { count: count - 1, surplus: surplus - own };
}
