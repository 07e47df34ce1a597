/** Words that a phrase cannot end with: where they stand last, the rest of the cell is elsewhere. */
const DANGLING =
  /(?:^|\s)(?:trong suốt(?: quá)?|suốt quá|quá trình|(?:hoàn thành|hoàn tất)(?: việc)?|khi|ngay|ngay sau|sau|trước|từ|kể từ|đến|cho đến|tới|trước ngày|chậm nhất|chậm nhất là|và|hoặc|của|tháng|quý|việc|thời hạn|trong)$/iu;

/** A phrase cut short, as at the foot of a page. */
export const isFragment = (text: string): boolean => DANGLING.test(text.normalize('NFC'));
