import { firstPlaces, keep, listWhere, passagesOf, type FindingRule, type Passage } from '../rule.js';

const SYMBOL = /(?<![\p{L}\d])\d+\/[\p{L}\d\-/&<>]*[<>][\p{L}\d\-/&<>]*/gu;
/** "&LT" and "&GT" of a symbol are names of characters in HTML: a copy through a web page turns them into one. */
const undecode = (symbol: string) => symbol.replace(/</gu, '&LT').replace(/>/gu, '&GT');

/** A symbol with a sign no symbol has. The text is kept; what it may have been is only suggested. */
export const citedSymbolGarbled: FindingRule = {
  code: 'CITED_SYMBOL_GARBLED',
  severity: 'notice',
  title: 'Ký hiệu văn bản được dẫn có ký tự lạ',
  check(draft) {
    const seen = new Map<string, Passage[]>();
    for (const passage of passagesOf(draft)) {
      for (const [symbol] of passage.quoted.text.matchAll(SYMBOL))
        seen.set(symbol, [...(seen.get(symbol) ?? []), passage]);
    }
    return [...seen].map(([symbol, passages]) => ({
      rowNo: passages.find((passage) => passage.rowNo !== null)?.rowNo ?? null,
      places: firstPlaces(passages.map((passage) => passage.quoted)),
      message: `Ký hiệu “${symbol}” (${listWhere(passages)}) có ký tự lạ, có thể vốn là “${undecode(symbol)}”. Văn bản kế hoạch được giữ nguyên.`,
      options: [
        keep,
        { code: 'SUGGEST', label: `Ghi chú “${undecode(symbol)}”`, data: { from: symbol, to: undecode(symbol) } },
      ],
    }));
  },
};
