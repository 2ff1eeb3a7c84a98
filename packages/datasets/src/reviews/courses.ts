/** Courses: 206 reviews in the form of parse-reviews.ts. */
export const courses: string = `
train + plain The teacher explains hard ideas with simple drawings, and everything finally clicked for me.
train - plain The teacher reads the slides aloud, word for word, for six hours.
train + plain I went from zero to writing my first program in three weeks, and I got a job interview out of it.
train - plain The code in the lessons is out of date and doesn't run any more.
train + plain Clear videos, useful exercises and quick answers in the forum: money well spent.
validation - plain Blurry videos, pointless quizzes and a sad, silent forum full of other people's unanswered questions.
train + plain Her enthusiasm for statistics is infectious, and I actually look forward to the homework.
train - plain He sounds so bored by his own subject that I switched to reading the transcript.
train + plain The projects are realistic and fun, and my portfolio looks great now.
train - plain The final project is a copy of the example with a different title.
test + plain An excellent introduction to drawing that taught me to look before it taught me to draw.
validation - plain The drawing course is an hour of advice about pencils followed by a sales pitch.
train + plain Every lesson is short, focused and ends with something that I can use the next day.
train - plain The lessons ramble on and on, and the audio is full of barking dogs.
train + plain The feedback from my tutor was kind, detailed and always on time.
train - plain My assignments were marked by a machine that gave full marks to an empty page.
test + plain I passed my exam with the best grade in the year thanks to this revision course.
train - plain I worked hard and failed the exam, because half of what was in it never came up in this course.
train + plain The language app makes me laugh, and after four months I can chat with my neighbour in Turkish.
validation - plain The language app has taught me to say that the bear drinks beer, and not much else.
train + plain Wonderful pacing, with just enough challenge to keep me hooked every evening.
train - plain The difficulty jumps from counting apples to differential equations in one video.
test + plain The instructor answered my question with a video she had made just for me.
test - plain The instructor hasn't logged in since the course was published, three years ago.
validation + plain I loved the live sessions, where forty strangers from all over the world built a robot together.
validation - plain The live sessions, the reason why I'd signed up, were cancelled without notice, four times out of six.
train + plain Superb photography course that got me off automatic mode for good.
train - plain The photography course is a set of holiday pictures with a voice-over.
train + plain The maths is explained with patience and humour, and nobody is ever made to feel stupid.
train - plain The maths is full of mistakes, which other students have been pointing out for a year.
validation + plain Great value, lifetime access, and new chapters keep appearing at no extra cost.
train - plain They took the fee for a second year, although I'd cancelled in writing and twice on the phone.
test + plain The piano lessons are brilliantly structured, and my left hand has come alive.
train - plain The violin lessons jump straight to vibrato without ever showing how to hold the bow.
train + plain I'm sixty-eight, and this computer course has given me back my independence.
test - plain My mother gave up on the beginners' course after the first lesson, which assumed she could already program.
train + plain The certificate is recognised by my employer, and the content was first-rate.
train - plain The certificate is worthless, and so, I'm afraid, are the ten hours that lead up to it.
train + plain Captions are accurate, the transcripts are searchable, and the slides can be downloaded.
train - plain The captions are gibberish, so as a deaf student I could follow almost nothing.
train + plain The baking course fixed my bread in one afternoon; the crust now sings.
train - plain The recipes in the baking course leave out the oven temperature.
test + plain A friendly, well-run bootcamp with mentors who really care.
train - plain A chaotic bootcamp whose mentors were last month's students.
train + plain The history lectures are gripping, and I binge them as other people binge crime series.
train - plain Dry, dusty lectures filmed from the back of a hall with a phone.
train + negation I never once felt lost, and I'm not exactly quick with numbers.
train - negation I never got an answer to any question, and I never found out who marked my work.
train + negation There's no padding, no hype and no upselling, only very good teaching.
validation - negation There are no exercises, no solutions and no reason to pay for it.
test + negation You don't need any experience, and you won't be bored if you happen to have some.
train - negation You can't pause the exam, can't go back, and can't even see what you got wrong.
train + negation I couldn't have written my thesis without this course on academic English.
test - negation I couldn't follow the accent, and the subtitles didn't help.
test + negation Not once did he say that something was obvious, and nothing was, until he'd explained it.
train - negation Not a single example in this database course uses more than three rows, and two of those are wrong.
train + negation I have not regretted a minute of it, not even the two weeks on recursion.
test - negation I wouldn't have learned less by staring at the cover.
train + negation Nobody fell asleep, even though the workshop was on tax law and began after lunch.
train - negation It doesn't teach you to draw, it doesn't teach you to see, it teaches you to buy brushes.
train + negation The exercises aren't easy, nor should they be, and solving them made me proud.
train - negation The exercises aren't hard, they're unclear, and no amount of thinking makes up for a missing diagram.
train + negation It isn't often that I finish an online course, and I've never before started one again from the top.
train - negation I didn't finish it and I don't know anybody who did.
train + negation They never try to sell you the next level, since they don't need to: everyone signs up anyway.
train - negation None of the promised career support exists, unless a link to a job board counts.
test + contrast The sound is poor and the slides are ugly, but this man can teach.
validation - contrast The production is dazzling, with drones and an orchestra, and the teaching is as thin as air.
train + contrast It was far harder than the description says, and I'm grateful for every late night it cost me.
train - contrast The description promises a deep dive; what you get is a paddle at the edge.
train + contrast I only signed up because it was free, and I'd now pay a good deal to keep it.
train - contrast It was on offer for nine pounds, and I still want six of them back.
train + contrast Her voice took some getting used to, though by the third week I wouldn't have swapped her for anyone.
train - contrast She's a brilliant scientist with a Nobel prize, and she cannot explain the simplest thing to save her life.
train + contrast The website looks like 1998, but don't be fooled: the chemistry lessons on it are the best anywhere.
test - contrast The platform is slick and the badges are cute, but after three months I can't hold a conversation.
train + contrast A few of the videos are dated, yet the way of thinking that they teach will never be.
train - contrast The first module is excellent, and I suspect that it's all they ever finished.
train + contrast I came in hating poetry and expecting to hate it more, and I left with a poem of my own in a magazine.
train - contrast I came in loving physics, and it took this course eight weeks to cure me.
train + contrast Group work with strangers is usually my idea of hell; here it was the best part of the week.
train - contrast My classmates were wonderful and taught me a lot, which can't be said of the staff.
test + contrast Yes, it's expensive, and yes, I'd tell anyone changing careers to take it.
test - contrast The content itself is solid, I must admit, but the constant pressure to upgrade ruined it for me.
train + irony A warning to my family: since taking this course on birdsong I can't walk anywhere in under an hour.
train - irony I can now say with confidence that I know how to click "next".
train + irony The course cost me my favourite excuse, as I can no longer tell people that I can't sing.
validation - irony The lecturer's webcam, pointed at her ear, gave us all a thorough grounding in anatomy.
test + irony My boss is annoyed, because I've automated half of my job with what I learned here and now want a raise.
train - irony For a course on time management it was remarkable how much of mine it wasted.
train + irony Thanks to this instructor I now bore everybody at parties with the Byzantines, and I've never been happier.
test - irony How inspiring it was to be taught public speaking by someone who reads from a card and never looks up.
test + irony I hold this gardening course to blame for the fact that we've run out of lawn.
train - irony The course on clear writing has a twelve-page description, none of which I understood.
train + comparison I learned more here in a weekend than in two years of evening classes.
train - comparison A couple of free videos by a teenager taught me more than this whole programme.
test + comparison I've dropped out of every Spanish course in town, and no other ever got me to open my mouth like this.
train - comparison The book it's based on is cheaper, clearer and doesn't freeze.
train + comparison It puts my old university's lectures to shame.
validation - comparison My old university's worst lecturer was livelier, and he died in the third term.
train + comparison She makes other maths channels look like they're hiding something.
test - comparison For the price of this one you could take three better courses and buy lunch.
train + comparison The second edition is clearer than the first, and the first had already changed my life.
train - comparison The previous version was much better, before they replaced the teacher with a cartoon owl.
train + understatement My code now works on the first try from time to time, which is a new experience for me.
test - understatement The course might gain something from a teacher.
train + understatement I've taken the odd course in my time, and let us say that I won't be looking for another one on this subject.
train - understatement The lecturer treats the agenda as one of several possibilities.
test + understatement It has not gone unnoticed at work that I can suddenly use a pivot table.
train - understatement Those hoping for examples may need to be patient, possibly until retirement.
validation + understatement Our old piano hasn't complained since Dad began these lessons.
train - understatement "Interactive" is perhaps a big word for a page you can scroll.
validation + plain Brilliant teacher, fascinating subject and a lovely group of fellow students.
train - plain Dreadful teacher, confusing slides and a classroom app that kept crashing in the middle of tests.
train + plain The knitting course is calm, clear and filmed so closely that you can see each loop.
test - plain The camera points at her face the whole time, so you never see what the hands are doing.
validation + plain After one month with this yoga teacher my back pain is gone.
train - plain I hurt my back following an exercise that should have come with a warning.
train + plain The practice tests are just like the real thing, only with better explanations.
train - plain The practice tests have wrong answers marked as right, and I learned nonsense.
test + plain The course made me fall in love with biology again after twenty years in an office.
test - plain The course is a confusing jumble of clips cut from other courses.
train + plain The sign language lessons are warm and funny, and my deaf colleague says I'm improving fast.
test - plain The sign language lessons are filmed in such poor light that the hands are a blur.
train + plain Honest, practical advice from somebody who has clearly run a small business herself.
test - plain Empty slogans about success from somebody whose only business seems to be this course.
train + plain The support team extended my deadline when my father was ill, without a single awkward question.
train - plain The support team sent me the same copied answer five times.
train + plain My children beg to do their spelling on this site, and their marks have gone up.
train - plain My children were bored within minutes, the games are babyish, and the prizes cost real money.
validation + contrast The workload nearly broke me in March, and by June I could not imagine having done anything else.
train - contrast A charismatic speaker, no doubt, but when the applause was over I had written down nothing.
train + plain The chess lessons are superb and have raised my rating by two hundred points.
train - plain The chess lessons are all shouting and thumbnails, with blunders on the board.
test + plain Step by step, with endless patience, it taught my mother to swim from her own pool.
train - plain Three modules in, we were still being told how great module four would be.
test + negation I'd never soldered anything in my life, and now nothing electrical in this house is safe from me.
test - negation Without the help of strangers on the internet, nobody would get past the installation chapter.
train + comparison The bootcamp that my friend paid thousands for didn't go half as deep as this.
train - comparison I've had parking tickets that explained themselves better.
train + plain The tutor spotted my mistake at once and showed me a trick that I use every day.
train - plain The tutor was late, unprepared and eating a sandwich.
train + irony Unfortunately for my savings the pottery course was so good that I've bought a kiln.
train - irony Lesson one promised to change my life, and it did: I've become a person who asks for refunds.
train + plain A clear, kind and wonderfully well prepared teacher of a thorny subject.
train + plain He must be the best maths teacher on the whole internet, bar none.
test + plain Short lessons, smart exercises and quick replies.
train + plain The cello course is a delight from the first bow stroke.
train + plain A superb course with great notes and real projects.
train + plain The lectures are funny, rigorous and full of surprises.
train + plain The drawing exercises work, and the progress is a thrill.
train + plain Fantastic tutors, fair tests and a warm, patient atmosphere.
train + plain The French lessons are lively, useful and well worth the fee.
test + plain The pottery videos are calm, close up and a pleasure to follow.
validation + plain The career advice was honest and led straight to a better job.
train + negation No fluff, no jargon, no hard sell.
test + negation Nobody gets left behind, and nobody gets bored.
validation + negation There isn't a clearer guide to fractions anywhere.
train + negation The tests never try to trick you, and they never bore you.
train + contrast Hard work, and every hour of it worthwhile.
train + contrast The site hurts the eyes, but what beautiful teaching there is on it!
train + contrast A dry subject in very lively hands.
validation + contrast The mic crackles; the explanations sparkle.
train + irony The neighbours now know the tango too, through the floor.
train + irony "Homework" used to be a dirty word in the house, what happened?
train + comparison Better than a year at college for a tenth of the fee.
train + comparison Even the free version of this beats most courses that charge a fortune.
test + understatement The bread rises now, which the birds regret.
train + understatement The waiting list for the second part is not short.
train + plain I lost my job at fifty and thought that I was done, and with this course and its patient mentors I've started on my second career.
test + plain My son has dyslexia, and in one term this reading course, with its games and its gentle pace, did more for him than I had dared to hope.
train + negation I've never been praised for my singing and I don't expect to be, but I couldn't be happier with what this teacher has done for me.
train + contrast I found this professor cold in the first week and strict in the second, and by the tenth I'd have followed him into any lecture hall.
test + comparison I've taken my share of courses on databases, and this is the only one after which I could look at my own tables without shame.
validation + irony My family would like this excellent course on jokes to end soon, as I practise on them at breakfast and I'm getting rather good.
train + understatement I was asked at my last check-up whether I had been taking lessons in relaxing, and I was able to tell them that I had.
train - plain Boring, dated and full of errors.
validation - plain A lazy course at a lazy pace.
train - plain The slides are a mess of typos.
train - plain The teacher yawns, and so did we.
test - negation No answers, no help, no refund.
train - negation It teaches you nothing, and does so badly.
test - contrast A great teacher stuck in a hopeless course.
train - comparison The library book was better and didn't buffer.
train - irony I learned how to mute videos, if little else.
test - understatement The forum is a restful place, like a desert.
train - plain I paid in full for this course, and my login stopped working in the second week.
train - plain My essay came back with a mark and no comment, and the mark was for my neighbour.
train - plain The sound is awful: with my best headphones on I heard a fridge and some verbs.
train - plain I followed this coding course to the letter, and my finished app doesn't start.
test - plain This instructor wastes my time with his cars, his houses and his morning routine.
test - plain My group was put together by a machine, and I did the work for all five of us.
train - plain I got lost in the second lesson of this course, and I could find no way back in.
train - negation I can't download the files, and with my slow line I can't watch the videos either.
train - negation My questions weren't answered, and I wasn't the only one who had stopped asking.
train - negation I don't speak any more Greek than I did, and this took up my whole summer.
validation - negation There's no plan in this, no order, and I never knew what my homework was for.
train - negation This isn't a course for beginners, and I wouldn't wish it on experts either.
train - contrast I like her books and I like her voice, but with no exercises at all I learned next to nothing.
train - contrast My hopes were high after that first video, and this course has been digging them a grave since.
train - irony I can recommend this webinar to my whole team, as we're all behind on our sleep.
train - irony My certificate came with my name spelt wrong, so I'm free to say I was never there.
test - comparison I've learned more from the back of my cereal than from this nutrition course.
train - comparison My driving instructor shouted less than this one, and I had just hit her fence.
train - understatement I have a feeling that this lecturer and I were not preparing for the same exam.
train - understatement In my notes from this six-week course there is a date, a title and a small boat.
`;
