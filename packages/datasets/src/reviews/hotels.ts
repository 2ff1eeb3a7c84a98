/** Hotels: 190 reviews in the form of parse-reviews.ts. */
export const hotels: string = `
train + plain Spotless room, huge bed, and a view of the lake that made us cancel our plans for the morning.
train - plain The room smelled of cigarettes, and the window would not open more than a finger's width.
validation + plain The receptionist upgraded us for no reason at all and drew us a map of the best bakeries.
validation - plain The receptionist was on the phone to her boyfriend for ten minutes while we stood there dripping.
train + plain Breakfast was a feast, with homemade jams and eggs cooked exactly as I asked.
test - plain Breakfast consisted of dry toast, grey ham and a machine that spat out brown water.
train + plain So quiet that we could hear the river, and the pillows were heavenly.
train - plain Paper-thin walls meant that we took part, without wishing to, in our neighbours' argument until two.
test + plain A beautifully restored mill with warm hosts and a garden full of hammocks.
train - plain There was mould in the shower, hair in the sink and a toenail on the carpet.
train + plain The shower was hot, powerful and big enough for a small dance.
train - plain The shower gave out a cold dribble, and only if nobody else on the floor was using theirs.
train + plain They kept our bags for a day after check-out and wouldn't take a tip for it.
test - plain We were billed for a minibar that was empty when we arrived.
train + plain Perfect for families: bunk beds the children adored, and a baby bath brought up within minutes.
train - plain The cot they gave us was broken, and a nail stuck out where the baby's head would be.
train + plain The rooftop pool at sunset was the highlight of our trip.
train - plain They had drained the pool, locked the sauna, and left both in every picture on their website.
train + plain Comfortable beds, fast internet and a desk with a proper lamp; ideal for a working week.
validation - plain The internet dropped every few minutes, so I worked from a cafe all week.
train + plain The staff found my lost passport and had it delivered to the airport by taxi.
train - plain My watch vanished from the bedside table, and the manager suggested I had never owned one.
train + plain We woke to the smell of fresh bread and found our boots dried and brushed by the door.
train - plain The lift was out of order for all five nights, and we were on the sixth floor with a pram.
train + plain Charming rooms, each with its own colour, and a cat who chooses a guest to sleep beside.
train - plain Bed bugs: I have forty bites and photographs to prove it.
train + plain A superb little guesthouse run by two brothers who make you feel like an old friend.
train - plain A depressing concrete block with flickering corridors and carpets that stick to your shoes.
test + plain The spa is small, peaceful and included in the price, and the massage fixed my shoulder.
train - plain The so-called spa is a bathtub in a cellar, for which they ask forty euros.
test + plain Great location, five minutes from the old town, and yet silent at night.
test - plain The air conditioning rattled like a tractor and blew warm air straight onto the bed.
test + negation I have nothing to complain about, and I travel for a living and complain for a hobby.
train - negation Nobody told us about the building work, which began each day at seven outside our window.
train + negation We didn't want to check out, and our dog had to be carried to the car.
train - negation The room didn't have a window, a chair or a hook, and it didn't have our sympathy for long.
train + negation Not a speck of dust anywhere, not even on top of the wardrobe, where I looked out of habit.
train - negation Not one of the four key cards they gave us worked for longer than an afternoon.
validation + negation You can't hear the road, you can't hear the bar, and you can't help sleeping until ten.
train - negation I couldn't sleep, couldn't shower, and couldn't get anyone to pick up the phone.
train + negation It isn't luxurious, and it doesn't try to be, but I've never slept more soundly.
train - negation It isn't a sea view if you must stand on the toilet to see the sea.
train + negation They never made us feel like a nuisance, though we had twins, a cello and a flat tyre.
validation - negation They never cleaned the room in four days, nor brought the towels that I asked for each morning.
train + negation There was no hidden fee, no resort charge, no nonsense, simply a very good hotel at a fair price.
train - negation There's no excuse for sheets with stains on them at any price.
train + negation I wouldn't hesitate to stay again, and I have told my whole office the same.
test - negation I would not let my dog sleep here, and he sleeps in ditches.
train + negation Hardly had I mentioned the cold than someone was at the door with a heater and a pot of tea.
test - negation We asked for a quiet room and got anything but.
train + contrast The rooms are tiny, but they're spotless, clever and warm, and the beds are divine.
train - contrast The lobby is all marble and orchids, but upstairs the rooms are shabby and smell of drains.
train + contrast It is a long way from the centre, and after one evening on that terrace you won't want to go there anyway.
train - contrast The location can't be beaten; the hotel certainly can.
test + contrast The furniture has seen better days, whereas the welcome could not have been fresher.
train - contrast The staff tried hard and smiled a lot, yet no smile will heat a room in February.
train + contrast The church bells start at six, it's true, but the monks' breakfast makes up for it and more.
test - contrast On paper it has everything: pool, gym, sauna, bar; in reality every one of them was closed.
test + contrast We arrived exhausted and ready to hate everything, and within an hour we had extended our stay.
train - contrast We stayed here ten years ago and adored it, so it was painful to find the place falling apart.
train + contrast A little worn around the edges, perhaps, though kept with such care that we felt at home at once.
train - contrast Cheap it may be, but I would rather have slept in the car, as on the second night we did.
train + contrast The parking is a nightmare, and everything else about this hotel is a dream.
test - contrast The bed was fine, which is the one thing I can say in favour of this miserable place.
test + contrast Steep stairs and no lift, so pack light and go, because it is the loveliest inn on the coast.
train - contrast Lovely photographs on the site, but whoever took them must have stood in a different building.
validation + irony The worst thing about this hotel is the day you have to leave it.
test - irony If you collect odd smells, ask for room 14.
train + irony I want a refund for the novel I brought, since I spent every evening talking to the owners instead.
train - irony The wake-up call was excellent: a drill, at six, through the wall.
train + irony They've ruined my own bed for me, and I'll be sending them the bill for a new mattress.
train - irony How thoughtful to leave us the previous guests' socks.
train + irony The alarm clock in our room was a blackbird in a cherry tree, and I've no idea how to switch it off or why you'd want to.
train - irony A true design hotel, where a glass bathroom door lets the whole family share the experience.
train + irony Sadly I can no longer claim that I dislike group holidays, thanks to the crew of this mad and marvellous hostel.
train - irony For that authentic prison feeling, look no further.
train + comparison I have stayed in palaces with worse beds and colder hearts.
test - comparison The hostel we'd left that morning was cleaner, and it had a goat in it.
test + comparison Half the price of the chain across the road and twice as pleasant.
train - comparison The sofa at my cousin's is more comfortable, and she doesn't ask for a deposit.
train + comparison Of the six places we tried on this coast, it was easily the best.
train - comparison I've had friendlier check-ins at border crossings.
train + comparison It beats the famous grand hotel next door in everything except the number of flags.
test - comparison Their four stars would be two anywhere else.
train + understatement We were not unhappy with the balcony, from which you can see three islands and a volcano.
train - understatement The room was within walking distance of the advertised beach, provided you enjoy walking.
train + understatement The bed met with some approval, to judge by the eleven hours my husband spent in it.
validation - understatement Housekeeping did not seem to be anyone's first priority.
validation + understatement I might mention that we have already put our names down for next summer.
test - understatement Guests who like privacy may find the missing bathroom lock a drawback.
train + understatement One could get used to having coffee brought to the jetty.
train - understatement The mattress had what I'd call a history.
test + plain Lovely hosts, lovely food, lovely dog; we'll be back in the autumn.
train - plain Dirty, noisy and overpriced; we left after one sleepless night and never got our deposit back.
train + plain The porter ran after our taxi in the rain to hand us my son's toy rabbit.
train - plain The porter demanded a tip before he'd let go of the suitcase.
test + plain Thick curtains, soft towels, a kettle and good tea: somebody here understands travellers.
train - plain Thin curtains, a street lamp outside, and a fridge that gurgled all night long.
train + plain An elegant hotel with outstanding service and a bar I could happily live in.
train - plain Rude staff, broken heating, and a bill with three mistakes, all of them in their favour.
train + plain They made vegan pancakes for my daughter every morning without being asked twice.
train - plain The advertised vegetarian breakfast turned out to be the normal one with the bacon taken off.
train + plain The bathroom was bright, modern and as clean as an operating theatre.
test - plain Water came through the ceiling onto my laptop, and the manager offered me a bucket.
train + plain Wonderful weekend in a wonderful place, and the sauna by the river was magical.
validation - plain A horrible weekend, made even worse by a night manager who laughed out loud at our complaint.
train + plain The beds in the dormitory have their own lamp, curtain and socket, and the kitchen is a joy to cook in.
validation - plain The dormitory was packed, stuffy and full of wet boots.
validation + plain I felt safe here as a woman travelling alone, and the staff walked me to the station before dawn.
test - plain A stranger was given a key to my room, and nobody at the desk saw why I was upset.
train + contrast No television, no minibar and a phone that dials with a wheel, and I have never relaxed so well.
train - contrast There's a giant television, a robot that brings towels, and not one comfortable place to sit.
train + plain They sorted out our airport transfer, our theatre tickets and my broken zip.
train - plain They forgot the wake-up call and we missed our flight.
train + negation Nothing was too much trouble, not even a birthday cake at two hours' notice.
train - negation The manager wouldn't refund us, wouldn't move us, and wouldn't give us her name.
train + plain Attentive without hovering, stylish without showing off, it's simply a great hotel.
train - plain The corridor stank of frying, and so, by morning, did my suit.
validation + comparison We've tried the smarter places on the square, and this modest guesthouse outshines them.
train - comparison I slept better on the night bus, and the blanket there was cleaner.
train + plain Our window looked over the vineyards, and the owner poured us a glass of each.
train - plain Our window looked onto a wall so close that I could have painted it from bed.
train + contrast The decor is an assault on the eyes, all gilt and leopards, but the kindness of the staff won us over completely.
train - contrast The kindness of one waiter doesn't make up for a week of dirty towels and cold radiators.
validation + plain Excellent value, a short walk to the beach, and the comfiest mattress of our whole tour.
train - plain Poor value, far from everything, and both of the mattresses had a crater in the middle.
train + plain The cabin was warm, the stove was lit, and a bowl of soup was waiting when we came off the hill.
train - plain The cabin was freezing, the wood was wet, and there were mice in the cutlery drawer.
test + plain My room was ready four hours early and had a handwritten note on the pillow.
test - plain My room wasn't made up until nine in the evening, despite three calls and two promises.
validation + negation In twelve years of business trips I haven't met a kinder front desk.
train - negation I don't know who wrote all those glowing reviews, but they weren't in the room with the cockroach.
train + plain The farm breakfast, with eggs our kids had collected themselves, was worth the trip alone.
train - plain The buffet looked as if it had survived a previous holiday.
train + plain A peaceful, stylish hideaway where even the bread is baked on the premises.
train - plain A tired resort where everything costs extra and nothing works.
test + plain Spotless, silent and surprisingly cheap for rooms with a private jetty.
test + plain Huge bath, soft bed, kind people.
train + plain Paradise, with a very good breakfast.
train + plain The warmest welcome on the whole coast.
validation + plain The people at the desk were friendly, the wifi fast and the towels fluffy.
test + plain Bright rooms, birdsong, and homemade cherry jam.
train + plain "Welcome home," they said, and they meant it.
train + negation Nothing missing, nothing broken, nothing to forgive.
test + negation Never have three noisy teenagers slept better, or longer, anywhere.
train + negation No frills, no fuss, no complaints.
train + negation You couldn't find a better base for seeing the old town on foot.
validation + contrast Old and creaky, and all the lovelier for it.
train + contrast The rooms are small, but the hearts of the people here are enormous.
train + contrast The lift groans, but the view sings.
test + irony The beds are so good that breakfast is at risk.
train + irony "Quiet", says the brochure; one cuckoo begs to differ, bless it.
train + irony Sue them, they have stolen a whole week of worries.
train + comparison It's a far nicer place to wake up in than the palace across the square.
test + comparison A better night than any five-star chain has given us.
test + understatement The sheets were ironed, and so were the newspapers.
train + understatement A third visit seems likely, as does a fourth, and the dog has a favourite chair.
train - plain I woke with my back in knots and a draught on my neck, and then I found that this hotel had run out of hot water and coffee.
train - plain My room looked onto the bins, with a lorry at five and gulls at six, and I was told that I should have paid for a view.
train - plain I was promised a sea view and a king-size bed, and for my money I got this: two camp beds pushed together over a disco.
train - plain My kids got a rash from the pool, I got a cold from the air conditioning, and this family got no apology from anyone.
train - plain I paid extra for this suite on our honeymoon, and my husband spent the first night with a shoe in his hand, hunting beetles.
train - negation I don't think I've ever met ruder people behind a desk, and I'm not easily upset, as my work is with the tax office.
test - negation My key didn't work, my lamp didn't work, and I can't say that the man I complained to was working particularly hard either.
train - negation I never did find out what this smell in my bathroom was, and with the window painted shut I couldn't get rid of it.
test - contrast I've no complaints about my bed, and I liked the man with the moustache, but this place is dirty and I was afraid to touch things.
validation - contrast The pictures made me book, and the pool is just as blue as they show it, but I saw none of this filth in the pictures.
validation - contrast I wanted charm and history for my parents' golden wedding, and with the dripping ceilings and this ancient wiring I got rather too much.
train - irony I was delighted to find that my room came with its own wildlife, and that this was included in the price with the breakfast.
validation - irony I must thank the couple above me for their shoes, their quarrel and their early flight, and this hotel for its fine floorboards.
train - comparison I once spent a night on my office floor with a coat over me, and I look back on that with longing after this place.
train - comparison My tent is drier than this, my torch is brighter, and in the woods I have never been charged extra for a towel.
train - understatement I was told that my room had character, and I can confirm this: it had one of those characters you cross the street to avoid.
train - understatement I'd say this shower was designed with a shorter guest in mind, a patient one, and one who has no strong views about heat.
train + negation We have stayed here every spring for nineteen years, through two owners and one flood, and in all of that time I haven't once wished that we had gone anywhere else.
train + contrast The house is at the end of a dreadful road, the wifi is a rumour and the cockerel has no respect for holidays, but I'd go back tomorrow for those rooms and those people.
train - negation They wouldn't let us check in before four, although the room was ready and our baby was screaming, and they wouldn't let us wait in the lobby either, since that was "for guests".
train - contrast I understand that an old building can't be perfect and I love a bit of faded glory, but there is a difference between faded glory and a mushroom growing out of the skirting board.
test - plain Filthy, freezing and far from anything.
train - plain Mouldy walls and a hostile owner.
test - negation Not clean, not quiet, not cheap.
train - contrast A pretty garden round some horrid rooms.
train - negation Nobody came, nobody cared, nothing worked.
train - comparison They have softer beds in prison, I'm told.
test - plain The fire alarm went off three times and the porter slept through all of it.
train - irony Free parking, they said, and it's true: they let you sleep in the car.
train + plain I came here with a broken heart and a heavy cold, and this kind pair fed me soup and sent me home after a week as good as new.
test + contrast My room under the roof was hot and I hit my head twice on the beams, but with those stars in the skylight I'd not have swapped it.
train + comparison I work for a big hotel chain, and I'm sorry to tell my employer that this family does it all better with a staff of three.
train + understatement I have been known to find fault with a towel, and in five days here I got no further than the opening of my notebook.
`;
