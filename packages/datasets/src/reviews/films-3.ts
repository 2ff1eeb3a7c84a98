/** Films, third part: 79 reviews in the form of parse-reviews.ts. */
export const films3: string = `
train + plain Pure delight, scene after scene, and a cat that steals half of them.
train + plain Superb acting, and a perfect last line.
test + plain The best chase since the silent era.
train + plain A witty, well-made and deeply felt comedy.
train + plain The whole cinema roared at the swan, and roared again at the priest.
test + plain She is magnificent as the widow, and he, as her awful son, is better still.
train + plain Clever, quick and very, very funny.
train + plain Go to it for the trumpets and the tap dancing, and stay for the tears.
train + plain "Again!" said the boy behind us, and rightly so.
train + negation Not a dry eye in the house.
train + negation No cliches, no speeches, no villain, no problem.
train + negation The jokes never stop and never sour.
train + negation There is not one lazy shot in it.
train + negation You can't look away, and shouldn't.
train + negation Nobody does sly menace better than this woman, with or without a knife.
train + contrast Silly, yes, but what glorious silliness.
train + contrast The hero's wig is a crime, and everything below it is a wonder.
train + contrast Slow to start, hard to forget.
train + contrast A children's film, allegedly, and a masterpiece.
train + contrast Cheaply shot and richly imagined, with monsters to lose your heart to.
train + irony Another evening ruined by laughter and joy.
train + irony They call it "minor"; more such minor works, please.
train + irony Bring tissues, and a spare shirt, you monsters.
train + comparison Better than the book, and the book is a classic.
validation + comparison As a portrait of a friendship it leaves all its rivals standing.
train + comparison Twice as scary as the original, at half the volume.
train + understatement The "modest little film" of the festival did all right.
train + understatement A few handkerchiefs were in use.
train - plain I sat through all of this with my arms folded, my coat on and my patience gone, and I would like those two hours back.
train - plain My wife fell asleep, my son asked to go home, and I spent the last act of this wretched film working out our train.
train - plain I love this actor, I love westerns, and I came out feeling that both of them had been taken away from me and sold for parts.
validation - plain This is a lifeless, badly paced thing: the talk is all about plot, the plot is all about a necklace, and the necklace is glass.
validation - plain We drove forty miles to see this on my birthday, and I have seldom been so bored, so cold or so sorry for the people who made it.
train - plain I can tell you the exact moment it lost me: a bomb ticks, the hero grins, and my whole row groaned as one.
train - plain The story is old, the telling is clumsy, and I felt nothing for this family except some pity for their very busy doorbell.
train - plain With this cast and this budget they should have made something thrilling, and instead I got a travel brochure with gunshots and a moral.
train - plain I have followed this director since my student days, and her new film is a smug, sour and airless disappointment from beginning to end.
train - negation I don't mind slow films, and my favourite one has almost no talking, but nothing in this one gave me any reason to stay awake.
train - negation This isn't a thriller, since I was never thrilled, and it isn't a comedy either: I can remember one smile, and it was mine, at the end.
train - negation I have never before wanted the monster to win, and to win quickly, and to spare me the wedding and the speech about this land.
validation - negation My friends and I didn't agree on which scene was the worst, but not one of us could name a scene that we had enjoyed.
train - negation It isn't my business how they spend their money, I suppose, but they never spent any of it on a script with people in it.
train - negation I can't recommend this to anyone, not even to my father, who likes everything with boats and has never once walked out of a film.
validation - contrast I laughed once, at the parrot, and I mention this because it was my only happy moment in a very long and very stupid evening.
train - contrast I admired the costumes and I liked the music, and with my eyes and ears so well looked after I still wanted to go home.
test - contrast The reviews had me expecting a classic, and this has the look and the sound of one, but none of the life and none of the wit.
test - contrast My heart was with these miners from the first minute, and the film lost me all the same, with its slogans, its slow motion and its choir.
train - contrast I can see what they were trying to do here, and in a way I respect it, but trying is all that this dreary film ever does.
train - irony I would like to thank this film for my new respect for adverts: they tell a story, they have a point, and they stop.
test - irony My compliments to the projectionist, who sat through this more than once and, as far as I know, has not yet asked for help.
train - irony I now know what I'd do with my last two hours on earth, because with this film they would feel like a long and full life.
train - comparison I have seen this story told with puppets on a pier, and with my hand on my heart I say the puppets had more feeling.
train - comparison I've watched my own holiday videos with more excitement than this, and in those I'm mostly asleep on a towel with a hat on.
train - comparison This is like the film that my generation grew up with, only with all the danger, all the fun and all the kissing taken out.
train - understatement I won't claim that my attention never strayed: this is where I planned my kitchen, chose the tiles and made a start on the wiring.
train - understatement I have a feeling that this may not be the film my grandchildren will ask me about when they want to hear about the cinema.
test + contrast I went in with every possible prejudice against talking animals, sat down next to somebody with a very loud bag of crisps, and still ended up crying happily over a badger in a waistcoat.
train + plain From the first shot of the empty swing to the last shot of the full table, this is a film made with love, intelligence and an almost unbearable tenderness towards its characters.
train + negation You will not find a car chase, a kiss or even a raised voice in it, and yet I cannot think of a more exciting two hours in the cinema this year.
train + comparison After the bloated second part I had given up hope for this series, but the third one is leaner, darker and funnier than both the others, and worth the whole wait.
train - contrast On paper it has all I could wish for, with two of our finest actors, a true story and a war, and on the screen it lies there like a fish on a slab.
train - plain It takes the film twenty minutes to get the family to the lake, another forty to get somebody into the water, and by that time I was praying that all of them would drown.
validation - negation It would not be right to blame the children, who do what they are told, but nobody seems to have told them what the story was, and nobody has told me either.
validation - comparison The series that it is based on gave every one of these women a past, a temper and a sense of humour, whereas the film gives each of them a handbag.
train - plain Dull, daft and three hours long.
train - plain A dreadful script and even worse songs.
train - plain A shapeless, joyless and needless remake.
train - plain Stupid plot, stupid hats, no laughs.
test - negation Never funny, not for a second.
train - negation No plot, no pulse, no thanks.
train - contrast Nice poster, shame about the film.
train - comparison Even duller than its own dull trailer.
train + plain My sister dragged me to this on the last day of its run, and I've been thanking her ever since for the finest ghost story in years.
train + plain I could have watched those two old men quarrel over their chessboard for another hour, such is the warmth and the timing they bring to it.
train + plain This is the rare film about music that lets you hear the music, and the last concert, in one unbroken take, is breathtaking.
train + negation I don't often write reviews, but I can't let a film this kind and this carefully made slip out of the cinemas without a word.
train + contrast The story of the drowned village moves at the pace of the river itself, and I was restless at first, but how it floods you in the end.
test + comparison Of all the films about the moon landing this is the only one that made me feel the cold, the noise and the wonder of being up there.
test + irony My children have asked for a sheep, a tractor and a Welsh accent after this film, and I have nobody to blame but its brilliant makers.
`;
