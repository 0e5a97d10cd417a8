import { describe, expect, it } from 'vitest';
import { takeComments } from '../../utils/extraction/comments.ts';
import { PROSE, sourceOf } from './a-source.ts';

/** Comments in the markup of platforms and widgets; the same three remarks in each. */
const GATE = 'The gate squeaks because nobody oiled the upper hinge this spring.';
const OIL = 'Goose fat works better than oil, and the cat will follow you all day.';
const SNOW = 'We had snow on ours until Tuesday, so I cannot say.';

/** Languages in which a day is told from a month in a date of numbers. */
const LANGUAGES: Readonly<Record<string, string>> = { Drupal: 'en-US', 'over-blog': 'fr', SPIP: 'fr' };

type Said = readonly [author: string, day: string | null, text: string, depth: number];
const FLAT: readonly Said[] = [
  ['Mirja', '2021-04-03', GATE, 0],
  ['Old Pell', '2021-04-04', OIL, 0],
  ['Suvi', '2021-04-05', SNOW, 0],
];
/** The second answers the first. */
const NESTED = FLAT.map(([author, day, text], index): Said => [author, day, text, index === 1 ? 1 : 0]);
const UNDATED = (said: readonly Said[]) =>
  said.map(([author, , text, depth]): Said => [author, null, text, depth]);

const WHO = ['Mirja', 'Old Pell', 'Suvi'];
const TEXT = [GATE, OIL, SNOW];
const each = (item: (who: string, text: string, day: number, index: number) => string) =>
  [0, 1, 2].map((index) => item(WHO[index] ?? '', TEXT[index] ?? '', index + 3, index)).join('\n');
/** The first with the second inside it, then the third. */
const nest = (item: (who: string, text: string, day: number, index: number, inner: string) => string) => {
  const at = (index: number, inner = '') =>
    item(WHO[index] ?? '', TEXT[index] ?? '', index + 3, index, inner);
  return `${at(0, at(1))}\n${at(2)}`;
};

const PLATFORMS: readonly (readonly [name: string, html: string, expected: readonly Said[]])[] = [
  [
    'WordPress, old markup',
    `<div id="comments"><h3>3 Responses to “A post”</h3><ol class="commentlist">${nest(
      (who, text, day, n, inner) =>
        `<li class="comment even depth-${n === 1 ? 2 : 1}" id="comment-9${n}"><div id="div-comment-9${n}" class="comment-body"><div class="comment-author vcard"><cite class="fn">${who}</cite> <span class="says">says:</span></div><div class="comment-meta commentmetadata"><a href="#comment-9${n}">April ${day}, 2021 at 9:1${n} am</a></div><p>${text}</p><div class="reply"><a class="comment-reply-link">Reply</a></div></div>${inner && `<ul class="children">${inner}</ul>`}</li>`,
    )}</ol></div>`,
    NESTED,
  ],
  [
    'Genesis',
    `<div class="entry-comments" id="comments"><h3>Comments</h3><ol class="comment-list">${nest(
      (who, text, day, n, inner) =>
        `<li class="comment depth-${n === 1 ? 2 : 1}" id="comment-4${n}"><article id="article-comment-4${n}"><header class="comment-header"><p class="comment-author"><span class="comment-author-name">${who}</span> <span class="says">says</span></p><p class="comment-meta"><time class="comment-time" datetime="2021-04-0${day}T10:00:00">April ${day}, 2021 at 10:00 am</time></p></header><div class="comment-content"><p>${text}</p></div></article>${inner && `<ul class="children">${inner}</ul>`}</li>`,
    )}</ol></div>`,
    NESTED,
  ],
  [
    'wpDiscuz',
    `<div id="wpdcom"><div class="wpd-thread-list">${nest(
      (who, text, day, n, inner) =>
        `<div id="wpd-comm-7${n}_0" class="comment wpd-comment"><div class="wpd-comment-wrap"><div class="wpd-comment-left"><div class="wpd-avatar"></div></div><div id="comment-7${n}" class="wpd-comment-right"><div class="wpd-comment-header"><div class="wpd-comment-author">${who}</div><div class="wpd-comment-date" title="April ${day}, 2021 8:00 pm">4 years ago</div></div><div class="wpd-comment-text"><p>${text}</p></div><div class="wpd-comment-footer"><div class="wpd-vote">3</div><div class="wpd-reply-button">Reply</div></div></div></div><div class="wpd-form-wrapper"></div>${inner}</div>`,
    )}</div></div>`,
    NESTED,
  ],
  [
    'Movable Type',
    `<div id="comments" class="comments"><h2 class="comments-header">コメント(3)</h2><div class="comments-content">${each(
      (who, text, day, n) =>
        `<div class="comment" id="comment-5${n}"><div class="inner"><div class="comment-header"><div class="user-pic"></div><div class="asset-meta"><span class="byline"><span class="vcard author">${who}</span></span> | <a href="#comment-5${n}"><abbr class="published" title="2021-04-0${day}T10:00:00+09:00">2021年4月${day}日 10:00</abbr></a></div></div><div class="comment-content"><p>${text}</p></div></div></div>`,
    )}</div></div>`,
    FLAT,
  ],
  [
    'TypePad, the byline last',
    `<div id="comments"><h2 class="comments-header">コメント</h2>${each(
      (who, text, day, n) =>
        `<div id="comment-6a0${n}1" class="comment"><div class="comment-content"><p>${text}</p></div><p class="comment-footer">投稿: ${who} | <a href="#comment-6a0${n}1">2021年4月 ${day}日 (土) 21:0${n}</a></p></div>`,
    )}</div>`,
    FLAT,
  ],
  [
    'Seesaa, the byline last',
    `<div id="comments"><h4>この記事へのコメント</h4><div class="blogbody">${each(
      (who, text, day, n) =>
        `<div class="comment-text">${text}<br></div><div class="posted">Posted by ${who} at 2021年04月0${day}日 12:4${n}</div>`,
    )}</div></div>`,
    FLAT,
  ],
  [
    'goo',
    `<div id="mod-comments" class="module"><h3>コメント</h3><div class="mod-body"><ul>${each(
      (who, text, day, n) =>
        `<li><dl class="comment"><dt class="comment-title">Re: 門</dt><dd class="comment-author">${who}</dd><dd class="date">2021-04-0${day} 20:1${n}:00</dd><dd class="comment-body">${text}</dd></dl></li>`,
    )}</ul></div></div>`,
    FLAT,
  ],
  [
    'Exblog',
    `<div class="COMMENT_BOX"><div class="COMMENT_HEAD">Commented by</div>${each(
      (who, text, day, n) =>
        `<div class="COMMENT" id="comm_8${n}"><div class="COMMENT_TAIL">Commented by <b>${who}</b> at 2021-04-0${day} 08:0${n}</div><div class="COMMENT_BODY">${text}</div></div>`,
    )}</div>`,
    FLAT,
  ],
  [
    'Shinobi',
    `<div class="CommentBlock"><h3>この記事へのコメント</h3>${each(
      (who, text, day, n) =>
        `<div class="CommentInnerBlock"><div class="CommentTitle">門の話</div><div class="CommentText">${text}</div><ul class="CommentData"><li>${who}</li><li>2021/04/0${day}(Sat)0${n}:11:12</li><li><a href="#">編集</a></li></ul></div>`,
    )}</div>`,
    FLAT,
  ],
  [
    'JUGEM',
    `<div class="comment_area"><div class="comment_title">コメント</div>${each(
      (who, text, day, n) =>
        `<div class="comment_body">${text}</div><ul class="comment_state"><li>${who}</li><li>2021/04/0${day} 5:0${n} PM</li></ul>`,
    )}</div>`,
    FLAT,
  ],
  [
    'Ameba, old skins',
    `<div id="comment_module"><div class="commentHeader">コメント</div><ul>${each(
      (who, text, day, n) =>
        `<li class="comment"><div class="commentTitle">${n + 1} ■門</div><div class="commentBody">${text}</div><div class="commentFoot"><a class="commentAuthor">${who}</a> <span class="commentTime">2021-04-0${day} 22:1${n}:03</span></div></li>`,
    )}</ul></div>`,
    FLAT,
  ],
  [
    'livedoor',
    `<div id="comments"><h3>コメント一覧 (3)</h3><ol class="comments-list">${each(
      (who, text, day, n) =>
        `<li class="comment-set"><ul><li class="comment-author">${n + 1}. ${who}</li><li class="comment-date">2021年04月0${day}日 10:0${n}</li><li class="comment-body">${text}</li></ul></li>`,
    )}</ol></div>`,
    FLAT,
  ],
  [
    'Naver',
    `<div class="u_cbox"><ul class="u_cbox_list">${nest(
      (who, text, day, _, inner) =>
        `<li class="u_cbox_comment"><div class="u_cbox_comment_box"><div class="u_cbox_area"><div class="u_cbox_info"><span class="u_cbox_nick_area"><span class="u_cbox_nick">${who}</span></span></div><div class="u_cbox_text_wrap"><span class="u_cbox_contents">${text}</span></div><div class="u_cbox_info_base"><span class="u_cbox_date">2021. 4. ${day}. 10:20</span></div></div></div>${inner && `<div class="u_cbox_reply_area"><ul class="u_cbox_list">${inner}</ul></div>`}</li>`,
    )}</ul></div>`,
    NESTED,
  ],
  [
    'CSDN',
    `<div class="comment-list-container"><div class="comment-list-box"><ul class="comment-list">${each(
      (who, text, day, n) =>
        `<li class="comment-line-box d-flex" data-commentid="9${n}"><a class="avatar"><img alt=""></a><div class="right-box"><div class="new-info-box clearfix"><a href="/u"><span class="name">${who}</span></a><span class="date" title="2021-04-0${day} 10:00:00">2021.04.0${day}</span><span class="new-comment">${text}</span></div></div></li>`,
    )}</ul></div></div>`,
    FLAT,
  ],
  [
    'cnblogs',
    `<div id="blog-comments-placeholder"><div class="feedback_area_title">评论列表</div>${each(
      (who, text, day, n) =>
        `<div class="feedbackItem"><div class="feedbackListSubtitle"><div class="feedbackManage"></div><a href="#31${n}" class="layer">#${n + 1}楼</a> <a name="31${n}"></a> <span class="comment_date">2021-04-0${day} 14:0${n}</span> <a id="a_comment_author_31${n}" href="/u">${who}</a></div><div class="feedbackCon"><div id="comment_body_31${n}" class="blog_comment_body">${text}</div><div class="comment_vote"><a class="comment_digg">支持(0)</a><a class="comment_burry">反对(0)</a></div></div></div>`,
    )}</div>`,
    FLAT,
  ],
  [
    'LiveJournal',
    `<div id="comments" class="b-grove"><div class="b-tree b-tree-root">${each(
      (who, text, day, n) =>
        `<div class="b-tree-twig b-tree-twig-${n === 1 ? 2 : 1}" style="margin-left: ${n === 1 ? 30 : 0}px" data-tid="8${n}1"><div id="t8${n}1" class="b-leaf comment p-comment" data-username="x"><div class="b-leaf-inner"><div class="b-leaf-header"><div class="b-leaf-username"><span class="b-leaf-username-name">${who}</span></div><a class="b-leaf-permalink" href="?thread=8${n}1#t8${n}1"><span class="b-leaf-createdtime">April ${day} 2021, 10:00:0${n} UTC</span></a></div><div class="b-leaf-article">${text}</div><ul class="b-leaf-actions"><li><a>Reply</a></li></ul></div></div></div>`,
    )}</div></div>`,
    NESTED,
  ],
  [
    'LiveJournal, first style',
    `<div id="Comments">${each(
      (who, text, day, n) =>
        `<div id="ljcmt7${n}2" style="margin-left: ${n === 1 ? 25 : 0}px"><div class="comment_bar_one"><table><tr><td><b>From:</b></td><td><b>${who}</b></td></tr><tr><td><b>Date:</b></td><td>April ${day}th, 2021 10:0${n} am (UTC)</td></tr></table></div><div>${text}</div><div>(<a>Reply</a>) (<a>Thread</a>)</div></div>`,
    )}</div>`,
    NESTED,
  ],
  [
    'Dreamwidth',
    `<div id="comments">${each(
      (who, text, day, n) =>
        `<div class="comment-thread comment-depth-${n === 1 ? 2 : 1}" style="margin-left: ${n === 1 ? 25 : 0}px"><div class="dwexpcomment" id="cmt9${n}2"><div class="comment"><div class="header"><h4 class="comment-title"></h4><span class="datetime"><span class="comment-date-text">Date:</span> 2021-04-0${day} 10:0${n} am (UTC)</span><span class="poster comment-poster">From: <span class="ljuser"><b>${who}</b></span></span></div><div class="contents"><div class="comment-content">${text}</div></div><div class="footer"><ul><li><a>Reply</a></li><li><a>Thread</a></li></ul></div></div></div></div>`,
    )}</div>`,
    NESTED,
  ],
  [
    'Drupal',
    `<section id="comments" class="comment-wrapper"><h2 class="title">Comments</h2>${each(
      (who, text, day, n) => {
        const item = `<a id="comment-6${n}"></a><article class="comment js-comment"><h3 class="comment__title"><a href="/comment/6${n}">About the gate</a></h3><footer class="comment__meta"><p class="comment__submitted">Submitted by <span class="username">${who}</span> on Sat, 04/0${day}/2021 - 10:0${n}</p>${n === 1 ? '<p class="parent visually-hidden">In reply to <a>About the gate</a> by Mirja</p>' : ''}</footer><div class="comment__content"><div class="field--name-comment-body"><p>${text}</p></div><ul class="links inline"><li><a>Reply</a></li></ul></div></article>`;
        return n === 1 ? `<div class="indented">${item}</div>` : item;
      },
    )}</section>`,
    NESTED,
  ],
  [
    'over-blog',
    `<div class="ob-comments"><ul class="ob-list">${each(
      (who, text, day, n) =>
        `<li class="ob-comment" id="ob-comment-4${n}"><div class="ob-user"><img class="ob-user-avatar" alt=""><span class="ob-name">${who}</span> <span class="ob-date">0${day}/04/2021 10:0${n}</span></div><div class="ob-message"><p class="ob-text">${text}</p></div><a class="ob-reply-link">Répondre</a></li>`,
    )}</ul></div>`,
    FLAT,
  ],
  [
    'dev.to',
    `<div id="comments-container"><h2>Top comments (3)</h2><div class="comments" id="comment-trees-container">${nest(
      (who, text, day, n, inner) =>
        `<details class="comment-wrapper comment-wrapper--deep-${inner || n === 2 ? 0 : 1}"><div class="comment single-comment-node ${inner || n === 2 ? 'root' : 'child'} comment--deep-0" id="comment-node-77${n}"><div class="comment__inner"><div class="comment__details"><div class="comment__header"><a class="crayons-link crayons-link--secondary" href="/u">${who}</a> <span class="color-base-30">•</span> <a class="comment-date"><time datetime="2021-04-0${day}T10:00:00Z">Apr ${day} '21</time></a></div><div class="comment__body text-styles"><p>${text}</p></div></div><footer class="comment__footer"><button>Like</button><a>Reply</a></footer></div>${inner}</div></details>`,
    )}</div></div>`,
    NESTED,
  ],
  [
    'Habr',
    `<div class="tm-comments__tree">${nest(
      (who, text, day, n, inner) =>
        `<section class="tm-comment-thread" id="comment_330${n}"><article class="tm-comment-thread__comment"><a class="tm-comment-thread__target" name="comment_330${n}"></a><div class="tm-comment"><header class="tm-comment__header"><a class="tm-user-info__username" href="/u">${who}</a> <a class="tm-comment-thread__comment-link"><time datetime="2021-04-0${day}T10:00:00.000Z" title="2021-04-0${day}, 13:00">${day} апр 2021 в 13:00</time></a></header><div class="tm-comment__body-content"><p>${text}</p></div></div></article><div class="tm-comment-thread__children">${inner}</div></section>`,
    )}</div>`,
    NESTED,
  ],
  [
    'Isso',
    `<section id="isso-thread"><h4 class="isso-thread-heading">3 Comments</h4><div class="isso-postbox"><textarea></textarea></div><div id="isso-root">${nest(
      (who, text, day, n, inner) =>
        `<div class="isso-comment" id="isso-${n + 11}"><div class="isso-avatar"></div><div class="isso-text-wrapper"><div class="isso-comment-header"><span class="isso-author">${who}</span><span class="isso-spacer">•</span><a class="isso-permalink" href="#isso-${n + 11}"><time title="Sat Apr ${day} 2021" datetime="2021-04-0${day}T10:00:00.000Z">4 years ago</time></a></div><div class="isso-text"><p>${text}</p></div><div class="isso-comment-footer"><a class="isso-reply">Reply</a></div><div class="isso-follow-up">${inner}</div></div></div>`,
    )}</div></section>`,
    NESTED,
  ],
  [
    'Commento',
    `<div id="commento"><div id="commento-main-area"><div id="commento-comments">${nest(
      (who, text, day, n, inner) =>
        `<div id="commento-comment-card-a${n}" class="commento-card"><div class="commento-header"><div class="commento-avatar">M</div><div class="commento-name">${who}</div><div class="commento-timeago" title="Sat Apr 0${day} 2021 10:00:00 GMT+0000">4 years ago</div></div><div><div class="commento-body"><p>${text}</p></div><div class="commento-options"><button>Reply</button></div></div><div class="commento-card-children">${inner}</div></div>`,
    )}</div></div></div>`,
    NESTED,
  ],
  [
    'Waline',
    `<div id="waline" class="waline" data-waline><div class="wl-count">3 Comments</div><div class="wl-cards">${nest(
      (who, text, day, n, inner) =>
        `<div class="wl-card-item" id="66f${n}"><div class="wl-user"></div><div class="wl-card"><div class="wl-head"><span class="wl-nick">${who}</span><span class="wl-time">2021-04-0${day}</span><div class="wl-comment-actions"><button class="wl-like">2</button></div></div><div class="wl-meta"><span class="wl-browser">Firefox 99</span><span class="wl-os">Linux</span></div><div class="wl-content"><p>${text}</p></div>${inner && `<div class="wl-quote">${inner}</div>`}</div></div>`,
    )}</div></div>`,
    NESTED,
  ],
  [
    'Twikoo',
    `<div id="tcomment"><div id="twikoo" class="twikoo"><div class="tk-comments"><div class="tk-comments-title"><span class="tk-comments-count">3 条评论</span></div><div class="tk-comments-container">${nest(
      (who, text, day, n, inner) =>
        `<div id="5d${n}f" class="tk-comment"><div class="tk-avatar"></div><div class="tk-main"><div class="tk-row"><div class="tk-meta"><strong class="tk-nick">${who}</strong><small class="tk-time"><time datetime="2021-04-0${day}T10:00:00.000Z">4 年前</time></small></div><div class="tk-action"></div></div><div class="tk-content">${inner || n === 2 ? '' : '<span>回复 <a class="tk-ruser" href="#5d0f">@Mirja</a> :</span> '}<span><p>${text}</p></span></div><div class="tk-extras"><div class="tk-extra">Windows 10</div><div class="tk-extra">Chrome 99</div></div><div class="tk-replies">${inner}</div></div></div>`,
    )}</div></div></div></div>`,
    NESTED,
  ],
  [
    'Valine',
    `<div id="vcomments" class="v"><div class="vpanel"></div><div class="vcount"><span class="vnum">3</span> 评论</div><div class="vlist">${nest(
      (who, text, day, n, inner) =>
        `<div class="vcard" id="60${n}"><img class="vimg" alt=""><div class="vh"><div class="vhead"><span class="vnick">${who}</span> <span class="vsys">Chrome 99</span> <span class="vsys">Windows 10</span></div><div class="vmeta"><span class="vtime">2021-04-0${day}</span><span class="vat">回复</span></div><div class="vcontent"><p>${text}</p></div><div class="vreply-wrapper"></div>${inner && `<div class="vquote">${inner}</div>`}</div></div>`,
    )}</div></div>`,
    NESTED,
  ],
  [
    'Wix',
    `<div data-hook="comments"><h2>Comments</h2><ul>${each(
      (who, text, day) =>
        `<li data-hook="comment"><div data-hook="comment-header"><span data-hook="user-name">${who}</span> <span data-hook="time-ago">Apr 0${day}, 2021</span></div><div data-hook="rcv-block"><p>${text}</p></div><button>Reply</button></li>`,
    )}</ul></div>`,
    FLAT,
  ],
  [
    'Squarespace',
    `<div class="squarespace-comments" id="comments-5f"><div class="comments-header">Comments (3)</div><div class="comment-list">${each(
      (who, text, day, n) =>
        `<div class="comment" id="comment-5a${n}"><div class="comment-header"><span class="author">${who}</span> <span class="date">April ${day}, 2021</span></div><div class="comment-body"><p>${text}</p></div><div class="comment-footer"><a class="reply">Reply</a></div></div>`,
    )}</div></div>`,
    FLAT,
  ],
  [
    'Tumblr notes, where nothing tells when',
    `<ol class="notes">${each(
      (who, text, _, n) =>
        `<li class="note reblog with_commentary"><span class="action"><a class="tumblelog" href="#">${who}</a> reblogged this from <a class="source_tumblelog" href="#">moss${n}</a> and added:</span><blockquote><p>${text}</p></blockquote></li><li class="note like"><span class="action"><a>somebody</a> likes this</span></li>`,
    )}</ol>`,
    UNDATED(FLAT),
  ],
  [
    'FC2 for small screens',
    `<section id="comment_list"><h2>コメント一覧</h2><dl class="list">${each(
      (who, text, day, n) =>
        `<dt>門について</dt><dd>${text}<p class="posted">2021/04/0${day}(土) 1${n}:10 | ${who}</p></dd>`,
    )}</dl></section>`,
    FLAT,
  ],
  [
    'SPIP',
    `<div class="comments"><a id="forum"></a><h2>Commentaires</h2><ul class="comments-ul comments-list forum">${each(
      (who, text, day, n) =>
        `<li class="comment-li comment-item forum-fil"><div class="comment hreview" id="comment3${n}"><div class="comment-meta"><a class="permalink">Le ${day} avril 2021 à 10:0${n}</a> <span class="sep">, </span>par <strong class="comment-author"><span class="fn">${who}</span></strong></div><div class="comment-content comment-texte"><p>${text}</p></div><p class="comment-reply"><a>Répondre à ce message</a></p></div></li>`,
    )}</ul></div>`,
    FLAT,
  ],
];

describe('comments in the markup of', () => {
  it.each(PLATFORMS)('%s', (name, html, expected) => {
    const source = sourceOf({
      head: '<title>A post</title>',
      html: `lang="${LANGUAGES[name] ?? ''}"`,
      body: `<article><h1>A post</h1>${PROSE}</article>${html}`,
    });
    const { comments } = takeComments(source).thread;
    expect(comments.map(({ author, date, text, depth }) => [author, date?.iso ?? null, text, depth])).toEqual(
      expected,
    );
    expect(source.body.textContent).not.toContain(GATE);
  });
});
