/** Cases on one page of the queue. */
export const QUEUE_PAGE = 50;
/** The last page of the queue that is offered; whoever looks for more narrows it down. */
export const LAST_QUEUE_PAGE = 100;
/** Cases of one queue that are counted; beyond it is said that there are at least as many. */
export const MOST_COUNTED = 1000;
